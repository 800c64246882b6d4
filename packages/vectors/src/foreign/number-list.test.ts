import { describe, expect, test } from "vitest";
import { encodeBinary } from "../formats/binary/encode-binary.js";
import { decodeVectors } from "../formats/decode-vectors.js";
import type { ReadingNote } from "../messages/reading-note.js";
import { readVectors } from "../reading/read-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const long = (line: (row: number) => string) => Array.from({ length: 3000 }, (_, row) => line(row)).join("");
const FORM = 'no vectors; { format: "glove" } takes it for vectors of one number';

describe("decodeVectors(bytes) of a list of words and numbers", () => {
  test.each([
    ["word2vec.c's vocabulary", "</s> 0\nthe 61\nof 42\n", `words and their counts, ${FORM}`],
    ["a vocabulary with tabs and CRLF", "the\t61\r\nof\t42\r\n", `words and their counts, ${FORM}`],
    ["counts below names", "word\tcount\nthe\t900\nof\t800\n", "words and their counts below the names of columns, no"],
    ["CSV of counts", "word,count\nthe,900\nof,800\n", "words and their counts below the names of columns, no vectors"],
    ["classes that fall", "</s> 0\nthe 3\nof 3\nking 1\n", `words and their counts, or classes that fall, ${FORM}`],
    ["a class of 0", "a 50\nb 50\nc 3\nd 0\n", `words and their counts, or classes that fall, ${FORM}`],
    ["one word and its count", "the 61", `words and their counts, ${FORM}`],
    ["word2vec.c's classes", "the 7\nof 7\nking 3\n357 45\nqueen 3\n", `words and a class or an id each, ${FORM}`],
    ["classes whose first line could be a header", "357 45\nthe 7\nof 9\n", `words and a class or an id each, ${FORM}`],
    ["ids", "the 0\nof 1\nking 2\n", `words and their ids, ${FORM}`],
    [
      "numbers and counts",
      "0 1001\n1 1002\n2 1003\n",
      `two whole numbers on each line, ids, classes or counts, ${FORM}`,
    ],
    ["gensim's dictionary", "3\n1\ttea\t2\n0\tthe\t3\n", "ids, words and document counts, as gensim's Dictionary"],
    [
      "an older one, of no number of documents",
      "1\ttea\t2\n0\t2010\t3\n",
      "ids, words and document counts, as gensim's",
    ],
    [
      "a dictionary of numbers",
      "3\n1\t2010\t2\n0\t2011\t3\n",
      "ids, words and document counts, as gensim's Dictionary",
    ],
    [
      "SentencePiece's vocabulary",
      "<unk>\t0\n<s>\t0\n\u2581the\t-3.25\n",
      `pieces and their scores, as SentencePiece's`,
    ],
    ["a long vocabulary", long((row) => `w${row} ${9000 - row}\n`), `words and their counts, ${FORM}`],
    ["long classes", long((row) => `w${row} ${row % 50}\n`), `words and a class or an id each, ${FORM}`],
  ])("refuses %s", async (_, text, what) => {
    const message = `decodeVectors: the file has ${what}`;
    expect(() => decodeVectors(bytes(text))).toThrow(message);
    expect(() => decodeVectors(bytes(text), { limit: 1 })).toThrow(message);
    async function* each(): AsyncGenerator<Uint8Array, void> {
      for (const byte of bytes(text)) yield Uint8Array.of(byte);
    }
    await expect(readVectors(each(), { limit: 1 })).rejects.toThrow(message);
  });

  test("reads it where it is told to", () => {
    const { words, data } = decodeVectors(bytes("the 7\nof 7\n357 45\n"), { format: "glove" });
    expect({ words, data }).toEqual({ words: ["the", "of", "357"], data: Float32Array.of(7, 7, 45) });
  });

  test.each([
    ["a header of one number", "3 1\na 5\nb 7\n12 9\n", ["a", "b", "12"]],
    ["a header whose promise is kept", "2 2\na 1 2\nb 3 4\n", ["a", "b"]],
    ["two numbers a word", "the 7 3\nof 7 4\n", ["the", "of"]],
    ["numbers that are not whole", "the 7.5\nof 42\n", ["the", "of"]],
    ["some that are not", "the 7\nof -4\n", ["the", "of"]],
  ])("reads %s", (_, text, words) => {
    expect(decodeVectors(bytes(text)).words).toEqual(words);
  });

  test("reads rows that are longer than what is looked at", () => {
    const D = 5000;
    const { data } = decodeVectors(bytes(`2 ${D}\na${" 0.5".repeat(D)}\nb${" 1".repeat(D)}\n`));
    expect(data[D]).toBe(1);
    const binary = decodeVectors(encodeBinary(wordVectors(["a", "b"], new Float32Array(2 * D).fill(0.5))));
    expect(binary.data[D]).toBe(0.5);
  });

  test("leaves a damaged file to its reader", () => {
    expect(() => decodeVectors(bytes("1 2\nab 1\n"))).toThrow(
      "decodeText: line 2 has 1 numbers, the header promised 2",
    );
    expect(() => decodeVectors(bytes("3 1\nab 5\nb 7\n"))).toThrow("decodeText: the file ends after 2 of 3 rows");
  });

  test.each([
    ["3 1\na 5\nb 7\nc 9\n", {}, ["few-numbers"]],
    ["the 7.5\nof 4\n", {}, ["few-numbers"]],
    ["the 7 3\nof 7 4\n", {}, ["few-numbers"]],
    ["1\t2\n3\t4\n", { list: { words: ["a", "b"] } }, ["few-numbers"]],
    ["the 7 3\nof 7 4\n", { format: "glove" as const }, []],
    ["the 7 3.5\nof 7 4\n", {}, []],
    ["the 7 3 1\nof 7 4 1\n", {}, []],
  ])("notes what may be something else: %j %j", (text, options, kinds) => {
    const notes: ReadingNote[] = [];
    decodeVectors(bytes(text), { ...options, onNote: (note) => notes.push(note) });
    expect(notes.map(({ kind }) => kind)).toEqual(kinds);
  });
});
