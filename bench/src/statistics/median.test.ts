import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median } from "./median.ts";
import { quantile } from "./quantile.ts";

describe("median(values)", () => {
  test("is the middle one of an odd count, in whatever order they come", () => {
    expect(median([5, 1, 9])).toBe(5);
  });

  test("is the mean of the two in the middle of an even count", () => {
    expect(median([10, 1, 4, 2])).toBe(3);
  });

  test("sorts by size, not as text", () => {
    expect(median([9, 10, 100])).toBe(10);
  });

  test("is NaN of nothing", () => {
    expect(median([])).toBeNaN();
  });
});

describe("quantile(values, share)", () => {
  test("goes in straight lines between the values", () => {
    expect(quantile([0, 10, 20, 30], 0.25)).toBe(7.5);
  });

  test("begins at the least and ends at the greatest", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        expect(quantile(values, 0)).toBe(Math.min(...values));
        expect(quantile(values, 1)).toBe(Math.max(...values));
      }),
    );
  });
});
