import { describe, expect, test } from "vitest";
import { decodeVectors } from "../decode-vectors.js";

const floats = (...numbers: number[]) => [...new Uint8Array(Float32Array.from(numbers).buffer)];
const halves = (...bits: number[]) => bits.flatMap((each) => [each & 0xff, each >> 8]);
const metadata = { words: '["a","b"]' };

function safetensors(header: unknown, data: number[]): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const length = new Uint8Array(new BigUint64Array([BigInt(text.length)]).buffer);
  return Uint8Array.from([...length, ...text, ...data]);
}

const decoded = (header: unknown, data: number[], options = {}) =>
  decodeVectors(safetensors(header, data), { source: "model.safetensors", ...options });
const table = (dtype: string, shape: number[], data_offsets: number[]) => ({ dtype, shape, data_offsets });

describe("decodeVectors(bytes) of safetensors", () => {
  const expected = { words: ["a", "b"], dimension: 2, data: Float32Array.of(1, -2, 0.5, 0) };

  test.each([
    ["F32", 4, floats(1, -2, 0.5, 0)],
    ["F64", 8, [...new Uint8Array(Float64Array.of(1, -2, 0.5, 0).buffer)]],
    ["F16", 2, halves(0x3c00, 0xc000, 0x3800, 0)],
    ["BF16", 2, halves(0x3f80, 0xc000, 0x3f00, 0)],
  ])("reads %s", (dtype, size, data) => {
    const header = { __metadata__: metadata, embeddings: table(dtype, [2, 2], [0, 4 * size]) };
    expect(decoded(header, data)).toMatchObject(expected);
  });

  test.each([
    ["before the table", table("F32", [2], [0, 8]), [8, 12], [...floats(0.5, 2), 2, 0xfc, 3, 0x80]],
    ["after it", table("F32", [2, 1], [4, 12]), [0, 4], [2, 0xfc, 3, 0x80, ...floats(0.5, 2)]],
    [
      "apart from it, as halves",
      table("F16", [2], [6, 10]),
      [0, 4],
      [2, 0xfc, 3, 0x80, 9, 9, ...halves(0x3800, 0x4000)],
    ],
  ])("multiplies rows of I8 by their weights: %s", (_, weights, offsets, data) => {
    const header = { __metadata__: metadata, weights, embeddings: table("I8", [2, 2], offsets) };
    expect(decoded(header, data).data).toEqual(Float32Array.of(1, -2, 6, -256));
    expect(decoded(header, data, { limit: 1 }).data).toEqual(Float32Array.of(1, -2));
  });

  test("takes I8 without weights for numbers", () => {
    const header = { __metadata__: metadata, embeddings: table("I8", [2, 2], [0, 4]) };
    expect(decoded(header, [2, 0xfc, 3, 0x80]).data).toEqual(Float32Array.of(2, -4, 3, -128));
  });

  test("says what is wrong with weights", () => {
    const embeddings = table("I8", [2, 2], [0, 4]);
    const wrong = (weights: object, data: number[]) => () =>
      decoded({ __metadata__: metadata, weights, embeddings }, data);
    expect(wrong(table("F32", [3], [4, 16]), [1, 2, 3, 4, ...floats(1, 1, 1)])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its weights are 3 × 1 numbers; a table of 2 rows has one for each (model.safetensors)]`,
    );
    expect(wrong(table("I64", [2], [4, 20]), [1, 2, 3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: tensor "weights" is no table of F16, BF16, F32, F64 or I8 numbers (model.safetensors)]`,
    );
    expect(wrong(table("F32", [2], [4, 12]), [1, 2, 3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the header promises 2 × 1 numbers in bytes 177 to 185; the file has 177; was it cut off? (model.safetensors)]`,
    );
    expect(wrong(table("F32", [2], [2, 10]), [1, 2, ...floats(1, 1)])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: two of its tensors share byte 175; is the file damaged? (model.safetensors)]`,
    );
    expect(wrong(table("F32", [2], [4, 12]), [1, 2, 3, 4, ...floats(1, 3e38)])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: number 0 of row 1 times its weight, 3.0000000054977558e+38, is Infinity as f32 (model.safetensors)]`,
    );
  });

  describe("with Model2Vec's mapping", () => {
    // Three rows for four words: the first and the last have row 2, the others rows 0 and 1.
    const list = { words: ["[PAD]", "tea", "pot", "cup"] };
    const rows = floats(1, 2, 3, 4, 5, 6);
    const longs = [2, 0, 1, 2].flatMap((row) => [row, 0, 0, 0, 0, 0, 0, 0]);
    const header = { embeddings: table("F32", [3, 2], [0, 24]), mapping: table("I64", [4], [24, 56]) };

    test.each([
      ["I64", longs],
      ["I32", [2, 0, 1, 2].flatMap((row) => [row, 0, 0, 0])],
      ["U16", [2, 0, 1, 2].flatMap((row) => [row, 0])],
      ["U8", [2, 0, 1, 2]],
    ])("gives each word the row that it is mapped to: %s", (dtype, mapping) => {
      const header = {
        embeddings: table("F32", [3, 2], [0, 24]),
        mapping: table(dtype, [4], [24, 24 + mapping.length]),
      };
      const { words, data, norms } = decoded(header, [...rows, ...mapping], { list });
      expect({ words, data }).toEqual({ words: list.words, data: Float32Array.of(5, 6, 1, 2, 3, 4, 5, 6) });
      expect(norms[1]).toBeCloseTo(Math.sqrt(5), 12);
      expect(decoded(header, [...rows, ...mapping], { list, limit: 2 }).data).toEqual(Float32Array.of(5, 6, 1, 2));
    });

    test("multiplies by the weights of the words, wherever the tensors are", () => {
      const header = {
        weights: table("F32", [4], [56, 72]),
        mapping: table("I64", [4, 1], [0, 32]),
        embeddings: table("F32", [3, 2], [32, 56]),
      };
      const data = [...longs, ...rows, ...floats(1, 10, 100, 0.5)];
      expect(decoded(header, data, { list }).data).toEqual(Float32Array.of(5, 6, 10, 20, 300, 400, 2.5, 3));
      expect(decoded(header, data, { list, limit: 2 }).data).toEqual(Float32Array.of(5, 6, 10, 20));
    });

    test("counts the words, not the rows", () => {
      const three = { list: { words: ["a", "b", "c"] } };
      for (const limit of [1, 3, 9]) {
        expect(() => decoded(header, [...rows, ...longs], { ...three, limit })).toThrow("has 4 rows, the list 3 words");
      }
      const weights = { ...header, weights: table("F32", [3], [56, 68]) };
      expect(() => decoded(weights, [...rows, ...longs, ...floats(1, 1, 1)], { list })).toThrow(
        "its weights are 3 × 1 numbers; a table of 4 rows has one for each",
      );
    });

    test("says what is wrong with it", () => {
      const wrong = (mapping: object, data: number[] = longs) => {
        return () => decoded({ ...header, mapping }, [...rows, ...data], { list });
      };
      const far = [2, 0, 1, 3].flatMap((row) => [row, 0, 0, 0, 0, 0, 0, 0]);
      for (const limit of [1, 2, 3, 4]) {
        expect(() => decoded(header, [...rows, ...far], { list, limit })).toThrow("its mapping has row 3 for word 3");
      }
      expect(wrong(table("F32", [4], [24, 40]))).toThrowErrorMatchingInlineSnapshot(
        `[Error: decodeVectors: its mapping, of "{\\"dtype\\":\\"F32\\",\\"shape\\":[4],\\"data_offsets\\":[24,40]}", is no list of whole numbers, a row for each word (model.safetensors)]`,
      );
      expect(wrong(table("I64", [4, 2], [24, 88]))).toThrow("is no list of whole numbers");
      expect(wrong(table("I64", [4], [24, 40]))).toThrow(
        "its mapping is 4 numbers, 32 bytes; its offsets 24 and 40 say else",
      );
      expect(wrong(table("I64", [4], [24, 56]), longs.slice(1))).toThrow("was it cut off?");
      const outside = [2, 0, 3, 2].flatMap((row) => [row, 0, 0, 0, 0, 0, 0, 0]);
      expect(wrong(table("I64", [4], [24, 56]), outside)).toThrowErrorMatchingInlineSnapshot(
        `[Error: decodeVectors: its mapping has row 3 for word 2; the table has 3 rows; is the file damaged? (model.safetensors)]`,
      );
      const negative = [2, 0, 1].flatMap((row) => [row, 0, 0, 0, 0, 0, 0, 0]).concat(Array(8).fill(0xff));
      expect(wrong(table("I64", [4], [24, 56]), negative)).toThrow("its mapping has row -1 for word 3");
    });
  });

  test("reads words by their ids in a tokenizer, and leaves out rows that have none", () => {
    const tokenizer = new TextEncoder().encode('{"model":{"vocab":{"c":2,"a":0}}}');
    const header = { embeddings: table("F32", [3, 1], [0, 12]) };
    const notes: unknown[] = [];
    const { words, data } = decoded(header, floats(1, 2, 3), {
      list: tokenizer,
      onNote: (note: unknown) => notes.push(note),
    });
    expect({ words, data }).toEqual({ words: ["a", "c"], data: Float32Array.of(1, 3) });
    expect(notes).toMatchObject([{ kind: "rows-without-words", count: 1 }]);
    expect(() => decoded({ embeddings: table("F32", [2, 1], [0, 8]) }, floats(1, 2), { list: tokenizer })).toThrow(
      "the table has 2 rows, the list 3 words",
    );
  });

  test("takes words from a list if the metadata has none", () => {
    const header = { embeddings: table("F32", [2, 2], [0, 16]) };
    const options = { list: { words: ["a", "b"], counts: [2, 1] } };
    expect(decoded(header, floats(1, -2, 0.5, 0), options)).toMatchObject({ ...expected, counts: [2, 1] });
    expect(() => decoded(header, floats(1, -2, 0.5, 0))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file has numbers and no words; give the list of its words (model.safetensors)]`,
    );
  });

  test("reads counts", () => {
    const header = { __metadata__: { ...metadata, counts: "[7,3]" }, embeddings: table("F32", [2, 1], [0, 4]) };
    expect(() => decoded(header, floats(1, 2))).toThrow();
    header.embeddings = table("F32", [2, 1], [0, 8]);
    expect(decoded(header, floats(1, 2)).counts).toEqual([7, 3]);
  });

  test("chooses the one table, or the one with a usual name, or the one that is named", () => {
    const header = {
      __metadata__: metadata,
      bias: table("F32", [2], [0, 8]),
      "embedding.weight": table("F32", [2, 1], [8, 16]),
      mapping: table("I64", [2, 1], [24, 40]),
      other: table("F32", [2, 1], [16, 24]),
    };
    const data = floats(0, 0, 1, 2, 3, 4, 0, 0, 0, 0);
    expect(decoded(header, data).data).toEqual(Float32Array.of(1, 2));
    expect(decoded(header, data, { tensor: "other" }).data).toEqual(Float32Array.of(3, 4));
    const { "embedding.weight": _, ...rest } = header;
    expect(decoded(rest, data).data).toEqual(Float32Array.of(3, 4));
    expect(() => decoded(header, data, { tensor: "bias" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: tensor "bias" is no table of F16, BF16, F32, F64 or I8 numbers (model.safetensors)]`,
    );
    expect(() => decoded(header, data, { tensor: "vectors" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: it has no tensor "vectors"; it has "bias", "embedding.weight", "mapping", "other"; name one by { tensor: "NAME" } (model.safetensors)]`,
    );
    const unclear = { __metadata__: metadata, left: header.other, right: header.other };
    expect(() => decoded(unclear, data)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: it has no one tensor that must be the table; it has "left", "right"; name one by { tensor: "NAME" } (model.safetensors)]`,
    );
    expect(() => decoded({}, [])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: it has no one tensor that must be the table; it has none at all; name one by { tensor: "NAME" } (model.safetensors)]`,
    );
  });

  test("says what is wrong with the header", () => {
    const embeddings = table("F32", [2, 1], [0, 8]);
    const wrong = (header: unknown) => () => decoded(header, floats(1, 2));
    expect(wrong("{]")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its header is not an object in JSON; is the file damaged? (model.safetensors)]`,
    );
    expect(wrong({ embeddings: table("F32", [2, 1], [0, 9]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: tensor "embeddings" is 2 × 1 numbers, 8 bytes; its offsets 0 and 9 say else (model.safetensors)]`,
    );
    expect(wrong({ embeddings: table("F32", [0, 1], [0, 0]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: tensor "embeddings" is 0 × 1 numbers; there is nothing to read (model.safetensors)]`,
    );
    expect(wrong({ __metadata__: { words: "a b" }, embeddings })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the words in its metadata are not a JSON list of strings; is the file damaged? (model.safetensors)]`,
    );
    expect(wrong({ __metadata__: { words: '["a"]' }, embeddings })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the table has 2 rows, the list 1 words; is it the list of another table? (model.safetensors)]`,
    );
    expect(wrong({ __metadata__: { ...metadata, counts: "[1]" }, embeddings })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the counts in its metadata are not a JSON list of 2 numbers; is the file damaged? (model.safetensors)]`,
    );
    const short = safetensors("{}", []).subarray(0, 9);
    expect(() => decodeVectors(short, { format: "safetensors" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file ends inside its header of 2 bytes; was it cut off?]`,
    );
    expect(() => decodeVectors(new Uint8Array(7), { format: "safetensors" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file ends inside the length of its header; was it cut off?]`,
    );
    const long = Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0x7b);
    expect(() => decodeVectors(long, { format: "safetensors" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the header is to be 4294967296 bytes long, the most is 100000000]`,
    );
  });

  test("takes no memory on the word of the header", () => {
    const V = 2 ** 40;
    const header = { __metadata__: metadata, embeddings: table("F32", [V, 2], [0, 8 * V]) };
    expect(() => decoded(header, floats(1, 2))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the header promises 1099511627776 × 2 numbers in bytes 138 to 8796093022346; the file has 146; was it cut off? { limit: 1 } reads those that are there (model.safetensors)]`,
    );
  });

  test("names the byte of a number that is not finite", () => {
    const header = { __metadata__: metadata, embeddings: table("BF16", [2, 1], [0, 4]) };
    expect(() => decoded(header, halves(0x3f80, 0x7f80))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: number 0 of row 1, at byte 117, is Infinity as f32; did training diverge? (model.safetensors)]`,
    );
  });
});
