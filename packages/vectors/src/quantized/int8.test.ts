import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromInt8, toInt8 } from "./int8.js";

describe("toInt8(data, dimension)", () => {
  test("gives the largest number of each row the code 127, and rounds halves to even", () => {
    expect(toInt8(Float32Array.of(127, 0.5, 1.5, -2.5, -254, 254, 3, 1), 4)).toEqual({
      dimension: 4,
      codes: Int8Array.of(127, 0, 2, -2, -127, 127, 2, 0),
      scales: Float32Array.of(1, 2),
    });
  });

  test("gives a row of zeros the scale 0", () => {
    expect(toInt8(Float32Array.of(0, -0), 2)).toEqual({
      dimension: 2,
      codes: Int8Array.of(0, 0),
      scales: Float32Array.of(0),
    });
  });

  test("moves no number by more than half a scale, and codes what it gave again the same", () => {
    // Smaller numbers leave no digits for a scale.
    const isLarge = (x: number) => x === 0 || Math.abs(x) > 1e-30;
    const number = fc.oneof(
      fc.float({ min: -10, max: 10, noNaN: true }).filter(isLarge),
      fc.float({ noNaN: true, noDefaultInfinity: true }).filter(isLarge),
    );
    const tables = fc
      .integer({ min: 1, max: 6 })
      .chain((D) => fc.tuple(fc.constant(D), fc.array(fc.array(number, { minLength: D, maxLength: D }))));
    fc.assert(
      fc.property(tables, ([D, rows]) => {
        const data = Float32Array.from(rows.flat());
        const coded = toInt8(data, D);
        const again = fromInt8(coded);
        for (const [i, x] of data.entries()) {
          const scale = coded.scales[Math.floor(i / D)];
          expect(Math.abs(x - again[i])).toBeLessThanOrEqual(0.5 * scale * (1 + 1e-4));
        }
        expect(toInt8(again, D).codes).toEqual(coded.codes);
      }),
    );
  });

  test("stays within 127 where the scale has lost its digits", () => {
    expect(toInt8(Float32Array.of(2e-43, -2e-43, 0), 3).codes).toEqual(Int8Array.of(127, -127, 0));
    expect(toInt8(Float32Array.of(1e-45), 1)).toMatchObject({ codes: Int8Array.of(0), scales: Float32Array.of(0) });
  });

  test("refuses numbers that are none, and rows that don't fit", () => {
    expect(() => toInt8(Float32Array.of(1, 2, 3, Number.NaN), 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: toInt8: number 1 of row 1 is NaN]`,
    );
    expect(() => toInt8(Float32Array.of(-Infinity), 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: toInt8: number 0 of row 0 is -Infinity]`,
    );
    expect(() => toInt8(Float32Array.of(1, 2, 3), 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: toInt8: 3 numbers do not fill rows of 2]`,
    );
    expect(() => toInt8(Float32Array.of(1), 0)).toThrow("toInt8: 1 numbers do not fill rows of 0");
  });
});
