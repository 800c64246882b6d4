import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesFor, offer, settled } from "./candidates.js";

describe("offer(candidates, row, lower, upper)", () => {
  test("keeps every row that may be among the best, and no row that can't", () => {
    const bound = fc.integer({ min: -20, max: 20 });
    const bounds = fc.array(fc.tuple(bound, bound).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]));
    fc.assert(
      fc.property(bounds, fc.integer({ min: 1, max: 12 }), (bounds, top) => {
        const candidates = candidatesFor(top);
        for (const [row, [lower, upper]] of bounds.entries()) offer(candidates, row, lower, upper);
        const lowers = bounds.map(([lower]) => lower).sort((a, b) => b - a);
        const limit = lowers.length < top ? -Infinity : lowers[top - 1];
        const possible = [...bounds.keys()].filter((row) => bounds[row][1] >= limit);
        expect(settled(candidates)).toEqual(possible);
        expect(candidates.threshold).toBe(limit);
      }),
    );
  });

  test("forgets rows that better ones have put out of reach, and goes on", () => {
    const candidates = candidatesFor(1);
    for (let row = 0; row < 100_000; row++) offer(candidates, row, row, row);
    expect(settled(candidates)).toEqual([99_999]);
    expect(candidates.rows.length).toBeLessThan(2 ** 15);
  });

  test("gives up where too many are as good", () => {
    const candidates = candidatesFor(1);
    for (let row = 0; row < 2 ** 15; row++) offer(candidates, row, 0, 1);
    expect(settled(candidates)).toBeUndefined();
    expect(candidates.rows).toEqual([]);
  });
});
