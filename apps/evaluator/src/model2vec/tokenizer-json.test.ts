import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordTokenizer } from "./tokenizer-json.js";

const ids = (words: readonly string[], text: string) =>
  new Tokenizer(JSON.parse(wordTokenizer(words, words[0]).json), { unk_token: words[0] }).encode(text).ids;

/**
 * V8 13.6, that of Node 24, reads a key of one character that JSON escapes as a backslash, if an object with that key in the
 * same place came before: `JSON.parse('{"\\\\": 0}'); JSON.parse('{"\\"": 0}')`. No spelling of the key avoids that.
 */
function isMisread(word: string): boolean {
  return word.length === 1 && JSON.stringify(word).length > 3;
}

describe("wordTokenizer(words, unknown)", () => {
  test("cuts texts at all but letters and digits where the words hold nothing else", () => {
    expect(wordTokenizer(["[UNK]", "king", "10"], "[UNK]")).toMatchObject({
      rule: "put in lower case and cut at everything except letters and digits",
      unreachable: 0,
    });
    expect(ids(["[UNK]", "king", "10"], "(King's 10-king)")).toEqual([1, 0, 2, 1]);
  });

  test("cuts them at white space where words have other signs", () => {
    const words = ["<unk>", "king", "'s", "n't", "10,000"];
    expect(wordTokenizer(words, "<unk>").rule).toBe("put in lower case and cut at white space");
    expect(ids(words, "King 's\t10,000  kings")).toEqual([1, 2, 4, 0]);
  });

  test("leaves capitals alone where words have some", () => {
    const words = ["UNK", "King", "king"];
    expect(wordTokenizer(words, "UNK").rule).toBe("cut at everything except letters and digits");
    expect(ids(words, "King king KING")).toEqual([1, 2, 0]);
  });

  test("counts the words that no text becomes, one odd word of many changing no rule", () => {
    const many = Array.from({ length: 2000 }, (_, i) => `w${i}`);
    expect(wordTokenizer(["[UNK]", ...many, "New York"], "[UNK]")).toMatchObject({
      rule: "put in lower case and cut at everything except letters and digits",
      unreachable: 1,
    });
  });

  test("takes each word back to its row, as the library reads it, but for those it counts", () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-zäß0-9]{1,6}$/),
      fc.constantFrom("__proto__", "constructor", "Ünïcode", "東京", "a-b", "İ", "ǅ", "e\u0301", '""', "\\", "\u2028"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }).filter((each) => !isMisread(each)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (chosen) => {
        const words = ["[UNK]", ...chosen.filter((each) => each !== "[UNK]")];
        const { json, unreachable } = wordTokenizer(words, "[UNK]");
        const tokenizer = new Tokenizer(JSON.parse(json), {});
        const lost = words.filter((each, row) => {
          const found = tokenizer.encode(each).ids;
          return row > 0 && (found.length !== 1 || found[0] !== row);
        });
        expect(lost).toHaveLength(unreachable);
      }),
    );
  });
});
