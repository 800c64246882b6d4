import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowNorms, writePlainNorms } from "./row-norms.js";

const plainNorms = (data: Float32Array, D: number): Float64Array => {
  const norms = new Float64Array(data.length / D);
  writePlainNorms({ D, data, norms }, 0, norms.length);
  return norms;
};

describe("rowNorms(data, D)", () => {
  test("is the square root of the sum of squares, also of the largest and the smallest numbers", () => {
    expect(rowNorms(Float32Array.of(3, 4, 0, 0, -5, 12), 2)).toEqual(Float64Array.of(5, 0, 13));
    expect(rowNorms(new Float32Array(19).fill(3), 19)).toEqual(Float64Array.of(Math.sqrt(171)));
    const [large, small] = [Math.fround(3.4e38), Math.fround(1e-45)];
    expect(rowNorms(Float32Array.of(large, small), 1)).toEqual(Float64Array.of(large, small));
  });

  test("is the same with many rows, which SIMD measures, as without, bit for bit", () => {
    // 32,768 numbers and more are given to the kernel, some rows at a time.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(40), fc.integer(), (D, more, seed) => {
        const rows = Math.floor(2 ** 15 / D) + more;
        const data = Float32Array.from({ length: rows * D }, (_, i) => Math.sin(i * i + seed) * 10 ** (i % 5));
        expect(rowNorms(data, D)).toEqual(plainNorms(data, D));
      }),
      { numRuns: 50 },
    );
  });

  test.each([1, 7, 8, 300])("is finite for no row with a number that is not, wherever it is: D %d", (D) => {
    const rows = Math.floor(2 ** 15 / D) + 1;
    for (let column = 0; column < D; column++) {
      for (const number of [Number.NaN, Infinity, -Infinity]) {
        const data = new Float32Array(rows * D).fill(1);
        data[5 * D + column] = number;
        for (const norms of [rowNorms(data, D), plainNorms(data, D)]) {
          expect([...norms.keys()].filter((row) => !Number.isFinite(norms[row]))).toEqual([5]);
        }
      }
    }
  });

  test("measures rows that are longer than the memory of the kernel", () => {
    const D = 2 ** 15 + 1;
    expect(rowNorms(new Float32Array(2 * D).fill(2), D)).toEqual(Float64Array.of(2 * Math.sqrt(D), 2 * Math.sqrt(D)));
  });
});
