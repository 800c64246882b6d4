import { randomFromSeed, uniform } from "@wordloom/random";
import { seeds } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeTable, drawFromCumulativeTable } from "./cumulative-table.js";

describe("cumulativeTable(weights)", () => {
  test("adds the weights up", () => {
    expect(cumulativeTable([1, 2, 0, 1])).toEqual({ sums: Float64Array.of(1, 3, 3, 4) });
  });

  test("refuses weights that are no distribution", () => {
    expect(() => cumulativeTable([1, -2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cumulativeTable: weight 1 is -2; weights must be finite numbers from 0]`,
    );
    expect(() => cumulativeTable([0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cumulativeTable: the 2 weights sum to 0; it must be above 0 and finite]`,
    );
    expect(() => cumulativeTable([])).toThrow(RangeError);
  });
});

describe("drawFromCumulativeTable(table, random)", () => {
  test("draws the outcome in whose interval the uniform number falls", () => {
    fc.assert(
      fc.property(seeds(), (seed) => {
        const u = uniform(randomFromSeed(seed));
        const expected = u < 0.25 ? 0 : u < 0.75 ? 1 : 3;
        expect(drawFromCumulativeTable(cumulativeTable([1, 2, 0, 1]), randomFromSeed(seed))).toBe(expected);
      }),
    );
  });
});
