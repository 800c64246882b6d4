import { type Random, randomFromSeed } from "@wordloom/random";
import { arrayMatchers } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AliasTable, aliasTable, drawFromAlias } from "./alias-table.js";

expect.extend(arrayMatchers);

/** What the columns hold of each outcome: the table *is* a distribution. */
function massOf({ threshold, alias }: AliasTable): Float64Array {
  const n = threshold.length;
  const mass = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    mass[i] += threshold[i] / n;
    mass[alias[i]] += (1 - threshold[i]) / n;
  }
  return mass;
}

function shareOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Counts, fractions, zeros and giants, with a positive one among them. */
const weightLists = (): fc.Arbitrary<number[]> =>
  fc
    .array(
      fc.oneof(fc.nat(10), fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(1e12, 1e-12)),
      { minLength: 1, maxLength: 40 },
    )
    .filter((weights) => weights.some((weight) => weight > 0));

describe("aliasTable(weights)", () => {
  test("lets a small outcome share its column with a large one", () => {
    // Scaled to a mean of 1: ¾, 3/2, ¾. Column 2 takes ¼ from outcome 1, then column 0 takes the other ¼ above 1.
    expect(aliasTable([1, 2, 1])).toEqual({ threshold: Float64Array.of(0.75, 1, 0.75), alias: Int32Array.of(1, 1, 1) });
  });

  test("keeps each column whole for equal weights", () => {
    expect(aliasTable([3, 3]).threshold).toEqual(Float64Array.of(1, 1));
    expect(aliasTable([0.1])).toEqual({ threshold: Float64Array.of(1), alias: Int32Array.of(0) });
  });

  test("spreads exactly the mass of its weights", () => {
    fc.assert(
      fc.property(weightLists(), (weights) => {
        expect(massOf(aliasTable(weights))).toBeCloseToArray(shareOf(weights), 1e-12);
      }),
    );
  });

  test("spreads it over 100,000 words of a Zipf distribution", () => {
    const weights = Array.from({ length: 100_000 }, (_, rank) => (1 + rank) ** -0.75);
    expect(massOf(aliasTable(weights))).toBeCloseToArray(shareOf(weights), 1e-12);
  });

  test("leaves nothing of any column to a weight of 0", () => {
    fc.assert(
      fc.property(weightLists(), (weights) => {
        const { threshold, alias } = aliasTable(weights);
        const drawable = new Set(
          weights.flatMap((_, i) => [...(threshold[i] > 0 ? [i] : []), ...(threshold[i] < 1 ? [alias[i]] : [])]),
        );
        for (const i of drawable) expect(weights[i]).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("takes weights whose sum is subnormal or nearly infinite", () => {
    expect(massOf(aliasTable([Number.MIN_VALUE, 0]))).toEqual(Float64Array.of(1, 0));
    expect(massOf(aliasTable([4e307, 12e307]))).toBeCloseToArray([0.25, 0.75], 1e-15);
  });

  test("refuses weights that are no distribution", () => {
    expect(() => aliasTable([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: weight 1 is NaN; weights must be finite numbers from 0]`,
    );
    expect(() => aliasTable([1, 2, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: weight 2 is -1; weights must be finite numbers from 0]`,
    );
    expect(() => aliasTable([Number.POSITIVE_INFINITY])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: weight 0 is Infinity; weights must be finite numbers from 0]`,
    );
    expect(() => aliasTable([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: there are no weights; there must be one at least]`,
    );
    expect(() => aliasTable([0, 0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: all 3 weights are 0; one must be above]`,
    );
    expect(() => aliasTable([Number.MAX_VALUE, Number.MAX_VALUE])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: aliasTable: the weights sum to Infinity; divide them by the largest]`,
    );
  });
});

describe("drawFromAlias(table, random)", () => {
  test("takes one block for column and height", () => {
    const random = randomFromSeed(1);
    drawFromAlias(aliasTable([1, 2, 3]), random);
    expect(random.counter).toBe(1);
  });

  // Where uniform(random) is 0 and 1 − 2^−53, found by running the generator's bijection backwards.
  test("passes over a weight of 0 at the very edges of its column", () => {
    const zero = (): Random => ({ ...randomFromSeed(0), counter: 2953049694134806 });
    const almostOne = (): Random => ({ ...randomFromSeed(2), counter: 469632573590535 });
    expect(drawFromAlias(aliasTable([0, 1]), zero())).toBe(1);
    expect(drawFromAlias(aliasTable([1, 0]), almostOne())).toBe(0);
    expect(drawFromAlias(aliasTable(new Float64Array(999).fill(1)), almostOne())).toBe(998);
  });
});
