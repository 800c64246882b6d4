import { describe, expect, test } from "vitest";
import { meanAndSpread } from "./mean-and-spread.ts";

describe("meanAndSpread(values)", () => {
  test("divides the squares by one less than there are values", () => {
    expect(meanAndSpread([1, 2, 6])).toEqual({ mean: 3, spread: Math.sqrt(14 / 2) });
  });

  test("has no spread of one value", () => {
    expect(meanAndSpread([4])).toEqual({ mean: 4, spread: null });
  });
});
