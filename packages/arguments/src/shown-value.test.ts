import { describe, expect, test } from "vitest";
import { shownValue } from "./shown-value.js";

describe("shownValue(value)", () => {
  test("puts text in quotes, and nothing else", () => {
    expect([0.5, "0.5", null, undefined, Number.NaN].map(shownValue)).toEqual([
      "0.5",
      '"0.5"',
      "null",
      "undefined",
      "NaN",
    ]);
  });
});
