import { describe, expect, test } from "vitest";
import { readVectors } from "../../reading/read-vectors.js";
import { decodeVectors } from "../decode-vectors.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const ids = "1001\t0.5\t-0.25\n1002\t-1.5\t2.5\n";

describe("lines of which the first number is whole, and no other", () => {
  test("have no words, or have them in front, which the error says", async () => {
    const expected =
      "decodeVectors: the file has numbers and no words, unless the first of its 3 columns, whole numbers, has them: " +
      '{ format: "glove" } reads it so; give the list of its words';
    expect(() => decodeVectors(bytes(ids))).toThrow(expected);
    await expect(readVectors(bytes(ids))).rejects.toThrow(expected);
    expect(decodeVectors(bytes(ids), { format: "glove" })).toMatchObject({ words: ["1001", "1002"], dimension: 2 });
    expect(decodeVectors(bytes(ids), { list: { words: ["a", "b"] } })).toMatchObject({
      words: ["a", "b"],
      dimension: 3,
    });
  });

  test.each([
    "1\t0.5\n1\t0.25\n",
    "1\t2\n3\t4\n",
    "1.5\t0.5\n2\t0.25\n",
    "0.5\n1.5\n",
    "1\n2\n",
    "1\t0.5\n2\t0.5\t0.25\n",
  ])("are not those of %j", (text) => {
    expect(() => decodeVectors(bytes(text))).toThrow("the file has numbers and no words; give");
  });
});

describe("a first line of numbers before a line with a word", () => {
  test.each([
    ["3\ntea 0.1 0.2\npot 0.2 0.3\n", "it may be a header without the dimension"],
    ["\t0\t1\t2\ntea\t0.1\t0.2\t1\npot\t0.2\t0.3\t1\n", "it seems to name the columns"],
  ])("is none of the projector's: %j", (text, cause) => {
    expect(() => decodeVectors(bytes(text))).toThrow(cause);
  });
});
