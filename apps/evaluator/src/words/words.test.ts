import { quotedWord } from "@wordloom/vectors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLine } from "../prompt/parse-line.js";
import { analogyWords } from "./analogy-words.js";
import { readQuoted } from "./read-quoted.js";
import { wordList } from "./word-list.js";

/** Any string, and above all those that look like something else. */
const anyWord = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(..."\"'\\ ,:;+-−=~?.[](){}|#\n\t\u0000\u00a0\u200b\ud800aé東"), maxLength: 8 }),
  fc.constantFrom(
    ".help",
    ".odd",
    "king:man",
    "10,000",
    '["a"]',
    "-",
    "+",
    "?",
    '"',
    '""',
    '"a"',
    "a - b",
    "\\n",
    "__proto__",
  ),
);
/** The worst vocabulary: it has every text for a word. */
const isAnyWord = () => true;

describe("any words, each in quotes", () => {
  test("are what a list, a question, a line and .odd are read as, whatever the vocabulary", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 3, maxLength: 5 }), fc.boolean(), (words, isWord) => {
        const typed = words.map(quotedWord);
        const [a, b, c] = words;
        expect(wordList(typed.join(","), () => isWord)).toEqual(words);
        expect(wordList(typed.join(" , "), () => isWord)).toEqual(words);
        expect(wordList(typed[0], () => isWord)).toEqual([a]);
        expect(analogyWords(`${typed[0]}:${typed[1]}::${typed[2]}`).words).toEqual([a, b, c]);
        const parsed = (line: string) => parseLine(line, () => isWord);
        expect(parsed(typed[0])).toEqual({ kind: "near", positive: [a], negative: [] });
        expect(parsed(`${typed[0]} - ${typed[1]} + ${typed[2]}`)).toEqual({
          kind: "near",
          positive: [a, c],
          negative: [b],
        });
        expect(parsed(`- ${typed[0]}`)).toEqual({ kind: "near", positive: [], negative: [a] });
        expect(parsed(`${typed[0]} : ${typed[1]} = ${typed[2]} : ?`)).toEqual({ kind: "analogy", words: [a, b, c] });
        expect(parsed(`${typed[0]} ~ ${typed[1]}`)).toEqual({ kind: "cosine", words: [a, b] });
        expect(parsed(`.odd ${typed.join(" ")}`)).toEqual({ kind: "odd", words });
      }),
      { numRuns: 500 },
    );
  });

  test("may stand in a JSON list", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 3, maxLength: 3 }), (words) => {
        expect(wordList(JSON.stringify(words), isAnyWord)).toEqual(words);
        expect(analogyWords(JSON.stringify(words, null, 1)).words).toEqual(words);
      }),
    );
  });
});

describe("readQuoted(text, start)", () => {
  test.each([
    ['"a b"', "a b"],
    ['"say \\"hi\\""', 'say "hi"'],
    ['"say ""hi"""', 'say "hi"'],
    ['"a\\\\b\\u00a0\\n"', "a\\b\u00a0\n"],
    ['""', ""],
    ['""""', '"'],
  ])("%s", (text, word) => {
    expect(readQuoted(`${text} x`, 0)).toEqual({ word, end: text.length });
  });

  test("refuses quotes that don't close, and backslashes that mean nothing", () => {
    expect(() => readQuoted('"a', 0)).toThrowErrorMatchingInlineSnapshot(
      `[Error: the quotes of "a do not close; a quote that is a word is "\\""]`,
    );
    expect(() => readQuoted('"', 0)).toThrow("do not close");
    expect(() => readQuoted('"a\\', 0)).toThrow("means nothing");
    expect(() => readQuoted('"C:\\dir"', 0)).toThrowErrorMatchingInlineSnapshot(
      `[Error: \\d means nothing in quotes; a backslash is written \\\\]`,
    );
  });
});

describe("wordList(text, isWord)", () => {
  const words = new Set(["10,000", '"', '6"', "a,b", "[UNK]"]);
  const listed = (text: string) => wordList(text, (word) => words.has(word));
  test.each([
    ["king, queen", ["king", "queen"]],
    ["10,000", ["10,000"]],
    ['"10,000",king', ["10,000", "king"]],
    ['"', ['"']],
    ['6"', ['6"']],
    ['6",king', ['6"', "king"]],
    ["[UNK],[MASK]", ["[UNK]", "[MASK]"]],
    ["-x,+,~", ["-x", "+", "~"]],
    ["/c/en/coffee_pot,http://a.b/c#d", ["/c/en/coffee_pot", "http://a.b/c#d"]],
    ['["10,000", "x"]', ["10,000", "x"]],
  ])("%s", (text, expected) => {
    expect(listed(text)).toEqual(expected);
  });

  test("refuses empty words, open quotes, and words without a comma between", () => {
    expect(() => listed("king,,queen")).toThrow("it names an empty word");
    expect(() => listed('"king,queen')).toThrow("do not close");
    expect(() => listed('"king"queen')).toThrowErrorMatchingInlineSnapshot(
      `[Error: "king" is followed by queen; put a comma between words]`,
    );
  });
});

describe("analogyWords(question)", () => {
  test.each([
    ["king:man::queen", ["king", "man", "queen"]],
    [' king : man :: "New York" ', ["king", "man", "New York"]],
    ['"king:man":10,000::6"', ["king:man", "10,000", '6"']],
    ['"http://a/b":"http://c"::"d"', ["http://a/b", "http://c", "d"]],
    ['["http://a/b", "c", "d"]', ["http://a/b", "c", "d"]],
    ["-:+::~", ["-", "+", "~"]],
  ])("%s", (question, words) => {
    expect(analogyWords(question).words).toEqual(words);
  });

  test("says what to do about words with colons", () => {
    expect(() => analogyWords("http://a:b::c")).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: --analogy "http://a:b::c" does not have the form a:b::c, such as king:man::queen; put words with colons in quotes, or into a list: ["a:b","c","d"]]`,
    );
    expect(() => analogyWords('"king:man::queen')).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: --analogy "\\"king:man::queen": the quotes of "king:man::queen do not close; a quote that is a word is "\\""]`,
    );
    expect(() => analogyWords('["a","b"]')).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: --analogy "[\\"a\\",\\"b\\"]" does not have the form a:b::c, such as king:man::queen; put words with colons in quotes, or into a list: ["a:b","c","d"]]`,
    );
    expect(() => analogyWords("a:b::c:d")).toThrow("does not have the form");
  });
});
