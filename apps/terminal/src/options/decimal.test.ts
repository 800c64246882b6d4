import { describe, expect, test } from "vitest";
import { decimal } from "./decimal.js";

describe("decimal(bounds)(text)", () => {
  test("reads decimal numbers", () => {
    expect(["0.75", ".5", "1.", "1e-3", "-2"].map(decimal())).toEqual([0.75, 0.5, 1, 0.001, -2]);
  });

  test.each(["", "x", "0x10", "Infinity", "NaN", "1e999", "1,5", "1 "])("refuses %j", (text) => {
    expect(() => decimal()(text)).toThrow("It must be a number");
  });

  test("keeps bounds apart from limits", () => {
    expect(decimal({ atLeast: 0, atMost: 1 })("0")).toBe(0);
    expect(decimal({ atLeast: 0, atMost: 1 })("1")).toBe(1);
    expect(() => decimal({ above: 0 })("0")).toThrowErrorMatchingInlineSnapshot(
      `[InvalidArgumentError: It must be a number, above 0]`,
    );
    expect(() => decimal({ atLeast: 0, below: 1 })("1")).toThrowErrorMatchingInlineSnapshot(
      `[InvalidArgumentError: It must be a number, at least 0 and below 1]`,
    );
  });
});
