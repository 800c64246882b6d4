import { describe, expect, test } from "vitest";
import { wholeNumber } from "./whole-number.js";

describe("wholeNumber(bounds)(text)", () => {
  test("reads whole numbers", () => {
    expect(["1", "+7", "007"].map(wholeNumber())).toEqual([1, 7, 7]);
    expect(wholeNumber({ atLeast: -5 })("-5")).toBe(-5);
  });

  test.each(["0", "-3", "1.5", "1e3", "0x10", "", " 1", "ten", "9007199254740992"])("refuses %j", (text) => {
    expect(() => wholeNumber()(text)).toThrow("It must be a whole number, at least 1");
  });

  test("names both bounds", () => {
    expect(() => wholeNumber({ atLeast: 0, atMost: 9 })("10")).toThrowErrorMatchingInlineSnapshot(
      `[InvalidArgumentError: It must be a whole number, from 0 to 9]`,
    );
  });
});
