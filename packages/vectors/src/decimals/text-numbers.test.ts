import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFloat } from "../fixtures/arbitrary-vectors.js";
import { isNumberLike, readNumbers } from "./text-numbers.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, D: number) => {
  const out = new Float32Array(D);
  return readNumbers(bytes(`${text}\n`), 0, out, 0, D) < 0 ? undefined : [...out];
};

/** What programs print, and what they hardly would. */
const digits = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
const printed = fc.oneof(
  arbitraryFloat.map(String),
  arbitraryFloat.map((number) => number.toPrecision(9)),
  arbitraryFloat.map((number) => number.toExponential(5)),
  fc.double({ min: -10, max: 10, noNaN: true }).map((number) => number.toFixed(6)),
  fc.double({ min: -10, max: 10, noNaN: true }).map(String),
  fc.tuple(digits, digits).map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.tuple(digits, fc.integer({ min: -60, max: 20 })).map(([whole, power]) => `-${whole}e${power}`),
  // Halfway between two f32, and as near to it as decimals of some length come: 1 + (2k + 1) / 2^24 and its neighbours.
  fc
    .tuple(fc.integer({ min: 0, max: 2 ** 23 }), fc.constantFrom(-1n, 0n, 1n), fc.integer({ min: 24, max: 40 }))
    .map(([k, step, places]) => {
      const half = (10n ** BigInt(places) * BigInt(2 ** 24 + 2 * k + 1)) / 2n ** 24n + step;
      return `${half / 10n ** BigInt(places)}.${String(half % 10n ** BigInt(places)).padStart(places, "0")}`;
    }),
);

describe("readNumbers(bytes, start, out, offset, D)", () => {
  test("rounds as Math.fround(Number(text)) does, to the bit, whatever is printed", () => {
    fc.assert(
      fc.property(fc.array(printed, { minLength: 1, maxLength: 5 }), fc.constantFrom(" ", "\t", "  "), (texts, gap) => {
        const expected = texts.map((text) => Math.fround(Number(text)));
        expect(read(gap + texts.join(gap), texts.length)).toEqual(
          expected.every(Number.isFinite) ? expected : undefined,
        );
      }),
      { numRuns: 20_000 },
    );
  });

  test("says where the last of them ends", () => {
    const out = new Float32Array(4);
    expect(readNumbers(bytes("x 1.5 -2e1 7\n"), 1, out, 2, 2)).toBe(10);
    expect(out).toEqual(Float32Array.of(0, 0, 1.5, -20));
  });

  test.each(["1", "1 ", "1 -", "1 .", "1 nan", "1 inf", "1 0x1", "1 1e39", "1 2,5", "1 1.2.3", "1 --2", ""])(
    "refuses two numbers in %j",
    (text) => {
      expect(read(text, 2)).toBeUndefined();
    },
  );

  test("does not take numbers from the next line", () => {
    expect(readNumbers(bytes("1\n2\n"), 0, new Float32Array(2), 0, 2)).toBe(-1);
  });
});

describe("isNumberLike(bytes, start, end)", () => {
  test.each([
    ["-1.5e-3", true],
    ["NaN", true],
    ["-inf", true],
    ["Infinity", true],
    ["infinite", false],
    ["", false],
    ["x", false],
    ["1e", false],
  ])("of %j is %s", (text, answer) => {
    expect(isNumberLike(bytes(text), 0, text.length)).toBe(answer);
  });
});
