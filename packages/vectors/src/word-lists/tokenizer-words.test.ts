import { describe, expect, test } from "vitest";
import type { ReadingNote } from "../messages/reading-note.js";
import { tokenizerWords } from "./tokenizer-words.js";

const error = (message: string) => new Error(message);
const words = (tokenizer: unknown) => tokenizerWords(JSON.stringify(tokenizer), { error })?.words;

describe("tokenizerWords(text)", () => {
  test("orders the words of a WordPiece vocabulary by their ids", () => {
    expect(words({ model: { type: "WordPiece", vocab: { "##s": 1, "[PAD]": 0, proto: 2 } } })).toEqual([
      "[PAD]",
      "##s",
      "proto",
    ]);
    expect(tokenizerWords('{"model":{"vocab":{"__proto__":0,"constructor":1}}}', { error })?.words).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  test("takes the words of a Unigram vocabulary in their order", () => {
    expect(
      words({
        model: {
          vocab: [
            ["<s>", 0],
            ["▁the", -2.5],
          ],
        },
      }),
    ).toEqual(["<s>", "▁the"]);
  });

  test("adds the added tokens", () => {
    expect(words({ model: { vocab: { a: 0 } }, added_tokens: [{ id: 1, content: "[SEP]" }] })).toEqual(["a", "[SEP]"]);
  });

  test("leaves rows without a token where ids have gaps, whatever the order", () => {
    expect(words({ model: { vocab: { c: 4, a: 0, b: 2 } } })).toEqual(["a", undefined, "b", undefined, "c"]);
    expect(words({ model: { vocab: { a: 0 } }, added_tokens: [{ id: 2, content: "[SEP]" }] })).toEqual([
      "a",
      undefined,
      "[SEP]",
    ]);
  });

  test("gives a row the name of the added token, and says so", () => {
    const notes: ReadingNote[] = [];
    const text = '{"model":{"vocab":{"a":0,"b":1}},"added_tokens":[{"id":1,"content":"c"},{"id":0,"content":"a"}]}';
    expect(tokenizerWords(text, { onNote: (note) => notes.push(note), error })?.words).toEqual(["a", "c"]);
    expect(notes).toMatchObject([{ kind: "tokens-renamed", count: 1 }]);
  });

  test("takes a vocab.json by its ids, and a list of words in its order", () => {
    expect(words({ cup: 2, tea: 0, model: 1 })).toEqual(["tea", "model", "cup"]);
    expect(words(["tea", "pot", "cup"])).toEqual(["tea", "pot", "cup"]);
  });

  test("names two words of one id", () => {
    expect(() => words({ model: { vocab: { a: 0, b: 1, c: 1 } } })).toThrow(
      'the words "b" and "c" have the same id, 1',
    );
    expect(() => words({ a: 0, b: 0 })).toThrow('the words "a" and "b" have the same id, 0');
  });

  test.each([
    "",
    "[]",
    "{}",
    '{"model":{"vocab":{}}}',
    '{"model":{"vocab":{"a":-1}}}',
    '["a",1]',
    '["a",""]',
    '{"a":0,"b":"c"}',
    '{"model":{"vocab":{"a":0}},"added_tokens":[{"id":"1","content":"b"}]}',
    '{"model":{"vocab":[[1,0]]}}',
    '{"model":{"vocab":{"a":9007199254740993}}}',
    // A million ids and more without a word.
    '{"a":0,"b":1048578}',
  ])("finds none in %s", (text) => {
    expect(tokenizerWords(text, { error })).toBeUndefined();
  });
});
