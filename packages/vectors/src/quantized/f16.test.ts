import { describe, expect, test } from "vitest";
import { fromF16, toF16 } from "./f16.js";

describe("toF16(data)", () => {
  test("gives the bits of the nearest half", () => {
    const data = Float32Array.of(1, -2, 0.1, 65504, 65519, 2 ** -24, -0);
    expect([...toF16(data)].map((bits) => bits.toString(16))).toEqual([
      "3c00",
      "c000",
      "2e66",
      "7bff",
      "7bff",
      "1",
      "8000",
    ]);
  });

  test("refuses what half precision can't hold", () => {
    expect(() => toF16(Float32Array.of(1, 65520))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: toF16: number 1 is 65520; the largest of half precision is 65504]`,
    );
    expect(() => toF16(Float32Array.of(Number.NaN))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: toF16: number 0 is NaN; the largest of half precision is 65504]`,
    );
  });
});

describe("fromF16(bits)", () => {
  test("gives every finite half back", () => {
    const halves = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter(
      (bits) => (bits & 0x7c00) !== 0x7c00,
    );
    expect(toF16(fromF16(halves))).toEqual(halves);
  });
});
