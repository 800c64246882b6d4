import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortestDecimal } from "./shortest-decimal.js";

/** Any finite f32, each pattern of bits as likely as the next, or one of everyday size. */
const f32 = fc.oneof(
  fc
    .integer()
    .map((bits) => new Float32Array(Int32Array.of(bits).buffer)[0])
    .filter(Number.isFinite),
  fc.float({ min: -4, max: 4, noNaN: true }),
  fc.double({ min: -8, max: 8, noNaN: true }).map(Math.fround),
  fc.double({ min: -20, max: 20, noNaN: true }).map((exponent) => Math.fround(10 ** exponent)),
);

const significantDigits = (text: string) =>
  text
    .replace(/e.*/, "")
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "").length;

describe("shortestDecimal(number)", () => {
  test.each([
    [0.1, "0.1"],
    [1 / 3, "0.33333334"],
    [-2 / 3, "-0.6666667"],
    [-0, "-0"],
    [0, "0"],
    [16_777_216, "16777216"],
    [1e-45, "1e-45"],
    [3.4028234663852886e38, "3.4028235e+38"],
    [1e-7, "1e-7"],
    [0.00002, "0.00002"],
    [123456.789, "123456.79"],
  ])("prints %d", (number, text) => {
    expect(shortestDecimal(Math.fround(number))).toBe(text);
  });

  test("gives every f32 back, bit for bit", () => {
    fc.assert(
      fc.property(f32, (number) => {
        expect(Math.fround(Number(shortestDecimal(number)))).toBe(number);
      }),
      { numRuns: 20_000 },
    );
  });

  test("has as few digits as any decimal that does", () => {
    fc.assert(
      fc.property(
        f32.filter((number) => number !== 0),
        (number) => {
          let fewest = 1;
          while (Math.fround(Number(number.toPrecision(fewest))) !== number) fewest++;
          expect(significantDigits(shortestDecimal(number))).toBeLessThanOrEqual(fewest);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
