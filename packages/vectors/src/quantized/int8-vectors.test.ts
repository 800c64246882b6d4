import { describe, expect, test } from "vitest";
import { doesntMatch } from "../queries/doesnt-match.js";
import { similarity } from "../queries/similarity.js";
import { int8Vectors } from "./int8-vectors.js";

const rows = { dimension: 2, codes: Int8Array.of(3, 4, 0, 127, 127, 0), scales: Float32Array.of(0.5, 2, 0) };

describe("int8Vectors(words, rows)", () => {
  test("keeps the codes, and knows each row's length in them", () => {
    const vectors = int8Vectors(["a", "__proto__", "zero"], rows);
    expect(vectors.codes).toBe(rows.codes);
    expect(vectors.codeNorms).toEqual(Float64Array.of(5, 127, 0));
    expect(vectors.idOf.get("__proto__")).toBe(1);
  });

  test("makes vectors that can be compared", () => {
    const vectors = int8Vectors(["a", "up", "zero"], rows);
    expect(similarity(vectors, "a", "up")).toBeCloseTo(0.8, 15);
    expect(similarity(vectors, "a", "zero")).toBe(0);
    expect(doesntMatch(vectors, ["a", "up", "zero"])).toBe("zero");
  });

  test("refuses what doesn't fit together", () => {
    expect(() => int8Vectors([], rows)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: int8Vectors: there are no words]`,
    );
    expect(() => int8Vectors(["a", "b"], rows)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: int8Vectors: 6 codes do not fill 2 rows of 2]`,
    );
    expect(() => int8Vectors(["a", "b", "a"], rows)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: int8Vectors: "a" is the word of row 0 and of row 2]`,
    );
    expect(() =>
      int8Vectors(["a", "b", "c"], { ...rows, scales: Float32Array.of(1) }),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: int8Vectors: 1 scales for 3 words]`);
    expect(() =>
      int8Vectors(["a", "b", "c"], { ...rows, scales: Float32Array.of(1, -1, Infinity) }),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: int8Vectors: scale 1 is -1; it must be finite and at least 0]`);
  });
});
