import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFloat } from "../fixtures/arbitrary-vectors.js";
import { bfloatOfFloat, floatOfBfloat, floatOfHalf, halfOfFloat } from "./half-float.js";

describe("floatOfHalf(bits)", () => {
  // https://en.wikipedia.org/wiki/Half-precision_floating-point_format#Half_precision_examples
  test.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 2 ** -14 - 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3bff, 0.99951171875],
    [0x3c00, 1],
    [0x7bff, 65504],
    [0x7c00, Infinity],
    [0xc000, -2],
    [0xfc00, -Infinity],
    [0x7e00, Number.NaN],
  ])("of %d is %d", (bits, number) => {
    expect(floatOfHalf(bits)).toBe(number);
  });
});

describe.each([
  { name: "halfOfFloat", bitsOf: halfOfFloat, floatOf: floatOfHalf, infinity: 0x7c00 },
  { name: "bfloatOfFloat", bitsOf: bfloatOfFloat, floatOf: floatOfBfloat, infinity: 0x7f80 },
])("$name(number)", ({ bitsOf, floatOf, infinity }) => {
  test("gives back the bits of every finite number of its own", () => {
    for (let bits = 0; bits < infinity; bits++) {
      expect(bitsOf(floatOf(bits))).toBe(bits);
      expect(bitsOf(floatOf(bits | 0x8000))).toBe(bits | 0x8000);
    }
  });

  test("takes the nearest number, the even one of two as near", () => {
    const middle = fc.integer({ min: 0, max: infinity - 2 }).map((bits) => (floatOf(bits) + floatOf(bits + 1)) / 2);
    fc.assert(
      fc.property(fc.oneof(arbitraryFloat, middle, fc.float({ min: -70_000, max: 70_000, noNaN: true })), (number) => {
        const bits = bitsOf(number);
        fc.pre((bits & 0x7fff) < infinity);
        const distance = Math.abs(floatOf(bits) - number);
        for (const other of [bits - 1, bits + 1]) {
          if ((other & 0x8000) !== (bits & 0x8000) || other < 0 || (other & 0x7fff) >= infinity) continue;
          const otherDistance = Math.abs(floatOf(other) - number);
          expect(otherDistance).toBeGreaterThanOrEqual(distance);
          if (otherDistance === distance) expect(bits & 1).toBe(0);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("is infinite from half a step beyond its largest number", () => {
    const largest = floatOf(infinity - 1);
    const beyond = largest + (largest - floatOf(infinity - 2)) / 2;
    expect(bitsOf(beyond)).toBe(infinity);
    expect(bitsOf(-beyond)).toBe(infinity | 0x8000);
    expect(bitsOf(Math.fround(beyond * (1 - 2 ** -20)))).toBe(infinity - 1);
  });
});

describe("floatOfBfloat(bits)", () => {
  test("is the f32 with these bits above", () => {
    expect(floatOfBfloat(0x3f80)).toBe(1);
    expect(floatOfBfloat(0xc049)).toBe(-3.140625);
    expect(floatOfBfloat(0x0001)).toBe(2 ** -133);
  });
});
