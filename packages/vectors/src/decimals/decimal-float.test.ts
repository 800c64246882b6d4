import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalFloat } from "./decimal-float.js";

const parsed = (text: string) => decimalFloat(new TextEncoder().encode(text), 0, text.length);

describe("decimalFloat(bytes, start, end)", () => {
  test("reads only its range", () => {
    expect(decimalFloat(new TextEncoder().encode("12.345"), 1, 4)).toBe(Math.fround(2.3));
  });

  test.each([
    "0",
    "-0",
    "+1",
    "1.",
    ".5",
    "-.5e1",
    "1e5",
    "1E-05",
    "1e+22",
    "1e23",
    "0.1",
    "123456789012345678",
    "9007199254740993",
    "0.30000000000000004",
    "1e-400",
    "1e400",
    "2.2250738585072014e-308",
    "000.000100",
    "0.00000000000000000000000000000000000000000000140129846432481707",
  ])("reads %s as Number does", (text) => {
    expect(parsed(text)).toBe(Math.fround(Number(text)));
  });

  test.each([
    "",
    "-",
    ".",
    "e5",
    "1e",
    "1e+",
    "1e5.",
    "1.2.3",
    "0x10",
    "nan",
    "inf",
    "Infinity",
    "1,5",
    "1f",
    "--1",
    "1 2",
  ])("does not take %j for a number", (text) => {
    expect(parsed(text)).toBeNaN();
  });

  test("reads what programs print as Number does, to the last bit", () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String);
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const printed = fc.oneof(
      number.map(String),
      number
        .map((x) => Math.fround(x))
        .filter(Number.isFinite)
        .map((x) => x.toPrecision(9)),
      fc.double({ min: -10, max: 10, noNaN: true }).map((x) => x.toFixed(6)),
      fc.tuple(digits, digits, fc.integer({ min: -40, max: 40 })).map(([a, b, e]) => `${a}.${b}e${e}`),
    );
    fc.assert(
      fc.property(printed, (text) => {
        expect(parsed(text)).toBe(Math.fround(Number(text)));
      }),
      { numRuns: 2000 },
    );
  });
});
