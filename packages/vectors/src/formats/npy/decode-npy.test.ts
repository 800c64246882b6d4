import { describe, expect, test } from "vitest";
import { decodeVectors } from "../decode-vectors.js";

const floats = (...numbers: number[]) => [...new Uint8Array(Float32Array.from(numbers).buffer)];
const header = (descr: string, shape: string, order = "False") =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

function npy(text: string, data: number[], version = 1): Uint8Array {
  const length = version === 1 ? [text.length, 0] : [text.length, 0, 0, 0];
  const start = [0x93, ...new TextEncoder().encode("NUMPY"), version, 0, ...length];
  return Uint8Array.from([...start, ...new TextEncoder().encode(text), ...data]);
}

const decoded = (file: Uint8Array, words = ["a", "b"], options = {}) =>
  decodeVectors(file, { source: "vectors.npy", list: { words }, ...options });

describe("decodeVectors(bytes) of .npy", () => {
  const numbers = [1, -0.5, 0.25, 4, 5, -6];
  const expected = { words: ["a", "b"], dimension: 3, data: Float32Array.from(numbers) };
  const bytesOf = (size: number, write: (view: DataView, at: number, number: number) => void) => {
    const view = new DataView(new ArrayBuffer(numbers.length * size));
    for (const [i, number] of numbers.entries()) write(view, i * size, number);
    return [...new Uint8Array(view.buffer)];
  };

  // 1, -0.5, 0.25, 4, 5, -6 in binary16.
  const halves = [0x3c00, 0xb800, 0x3400, 0x4400, 0x4500, 0xc600];
  test.each([
    ["<f4", bytesOf(4, (view, at, number) => view.setFloat32(at, number, true))],
    [">f4", bytesOf(4, (view, at, number) => view.setFloat32(at, number, false))],
    ["<f8", bytesOf(8, (view, at, number) => view.setFloat64(at, number, true))],
    [">f8", bytesOf(8, (view, at, number) => view.setFloat64(at, number, false))],
    ["<f2", halves.flatMap((bits) => [bits & 0xff, bits >> 8])],
    [">f2", halves.flatMap((bits) => [bits >> 8, bits & 0xff])],
  ])("reads %s", (descr, data) => {
    for (const version of [1, 2, 3]) {
      expect(decoded(npy(header(`'${descr}'`, "(2, 3)"), data, version))).toMatchObject(expected);
    }
  });

  test("reads what is written column by column", () => {
    const file = npy(header("'<f4'", "(2, 3)", "True"), floats(1, 4, -0.5, 5, 0.25, -6));
    expect(decoded(file)).toMatchObject(expected);
    expect(decoded(file, ["a", "b"], { limit: 1 }).data).toEqual(Float32Array.of(1, -0.5, 0.25));
  });

  test("rounds f64 to the nearest f32", () => {
    const data = [...new Uint8Array(Float64Array.of(0.1, 1 / 3).buffer)];
    expect(decoded(npy(header("'<f8'", "(1, 2)"), data), ["a"]).data).toEqual(Float32Array.of(0.1, 1 / 3));
  });

  test("needs a list of as many words", () => {
    const file = npy(header("'<f4'", "(2, 1)"), floats(1, 2));
    expect(() => decodeVectors(file)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file has numbers and no words; give the list of its words]`,
    );
    expect(() => decoded(file, ["a"])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the table has 2 rows, the list 1 words; is it the list of another table? (vectors.npy)]`,
    );
  });

  test("says what is wrong with the header", () => {
    const wrong =
      (text: string, version = 1) =>
      () =>
        decoded(npy(text, floats(1, 2), version));
    expect(wrong(header("'<f4'", "(2, 1)"), 4)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is of version 4 of .npy; 1, 2 and 3 are known (vectors.npy)]`,
    );
    expect(wrong("{}")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its header is "{}"; is it damaged? (vectors.npy)]`,
    );
    expect(wrong(header("'<i8'", "(2, 1)"))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its numbers are "<i8"; <f2, <f4, <f8, >f2, >f4 and >f8 are read (vectors.npy)]`,
    );
    expect(wrong(header("[('a', '<f4')]", "(2, 1)"))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its numbers are "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (…"; <f2, <f4, <f8, >f2, >f4 and >f8 are read (vectors.npy)]`,
    );
    expect(wrong(header("'<f4'", "(2,)"))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its shape is "(2,)"; a table of word vectors has two axes (vectors.npy)]`,
    );
    expect(wrong(header("'<f4'", "(2, 0)"))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: its shape is "(2, 0)"; there is nothing to read (vectors.npy)]`,
    );
    expect(() =>
      decoded(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0, 255, 255, 255, 255)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the header is to be 4294967295 bytes long; is the file damaged? (vectors.npy)]`,
    );
    expect(() => decoded(npy(header("'<f4'", "(2, 1)"), []).subarray(0, 40))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file ends inside its header; was it cut off? (vectors.npy)]`,
    );
    expect(() => decodeVectors(new Uint8Array(9), { format: "npy" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file does not start as a .npy file does]`,
    );
  });

  test("takes no memory on the word of the header", () => {
    expect(() =>
      decoded(npy(header("'<f4'", "(1099511627776, 300)"), floats(1, 2))),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the header promises 1099511627776 × 300 numbers, 1319413953331284 bytes in all; the file has 92; was it cut off? (vectors.npy)]`,
    );
  });

  test("says how much there is too much", () => {
    expect(() => decoded(npy(header("'<f4'", "(2, 1)"), floats(1, 2, 3)))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file goes on after its 2 × 1 numbers, from byte 78 (vectors.npy)]`,
    );
    expect(decoded(npy(header("'<f4'", "(2, 1)"), floats(1, 2)), ["a", "b"], { limit: 1 }).words).toEqual(["a"]);
  });

  test("names the byte of a number that is not finite", () => {
    expect(() => decoded(npy(header("'<f4'", "(2, 1)"), floats(1, Number.NaN)))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: number 0 of row 1, at byte 74, is NaN as f32; did training diverge? (vectors.npy)]`,
    );
    const columns = npy(header("'<f4'", "(2, 2)", "True"), floats(1, 2, -Infinity, 4));
    expect(() => decoded(columns)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: number 0 of column 1, at byte 77, is -Infinity as f32; did training diverge? (vectors.npy)]`,
    );
    const large = npy(header("'<f8'", "(1, 1)"), [...new Uint8Array(Float64Array.of(1e39).buffer)]);
    expect(() => decoded(large, ["a"])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: number 0 of row 0, at byte 70, is Infinity as f32; did training diverge? (vectors.npy)]`,
    );
  });
});
