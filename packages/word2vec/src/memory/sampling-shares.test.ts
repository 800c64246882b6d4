import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samplingShares } from "./sampling-shares.js";

describe("samplingShares(vectors)", () => {
  test.each([
    [[25], [1]],
    [
      [10, 10],
      [0.5, 0.5],
    ],
    // (13 + 12 + 5) / 2 = 15: two more for the one, three for the other, of five.
    [
      [13, 12],
      [0.4, 0.6],
    ],
    [
      [7, 6, 6, 6],
      [0.1, 0.3, 0.3, 0.3],
    ],
    [
      [6, 6, 13],
      [0.5, 0.5, 0],
    ],
  ])("levels out what the threads own: %j", (vectors, shares) => {
    for (const [i, share] of samplingShares(vectors).entries()) expect(share).toBeCloseTo(shares[i], 12);
  });

  test("are shares of one whole, and whoever draws has as much to do as all others who do", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }), (vectors) => {
        const shares = samplingShares(vectors);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const loads = vectors.map((count, i) => count + 5 * shares[i]);
        const level = Math.max(...loads.filter((_, i) => shares[i] > 0));
        for (const [i, load] of loads.entries()) {
          if (shares[i] > 0) expect(load).toBeCloseTo(level, 10);
          else expect(load).toBeGreaterThanOrEqual(level - 1e-10);
        }
      }),
    );
  });
});
