import { fork, randomFromSeed, uniform } from "@wordloom/random";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laneRows, noiseShares } from "./lane-rows.ts";
import { zipfShares } from "./zipf-corpus.ts";

/** Different words in a lane that is drawn word by word. */
function drawnRows(V: number, window: number, laneWords: number, negativePool: number, seed: number): number[] {
  const random = fork(randomFromSeed(seed), V);
  const draw = (shares: Float64Array): number => {
    let left = uniform(random);
    const drawn = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return Math.max(0, drawn);
  };
  const shares = zipfShares(V);
  const noise = noiseShares(shares);
  const own = Array.from({ length: laneWords + 2 * window }, () => draw(shares));
  const pool = Array.from({ length: negativePool }, () => draw(noise));
  return [new Set(own).size, new Set([...own, ...pool]).size];
}

describe("laneRows(V, window, shape)", () => {
  test("of one draw is one row, and of a pool of one draw at most one more", () => {
    const { input, output } = laneRows(1_000, 0, { laneWords: 1, negativePool: 1 });
    expect(input).toBeCloseTo(1, 9);
    // One word less the chance that both draws are the same: 0.0225 for these shares.
    const shares = zipfShares(1_000);
    const same = noiseShares(shares).reduce((sum, share, r) => sum + share * shares[r], 0);
    expect(output).toBeCloseTo(2 - same, 9);
  });

  test("of two words counts by hand", () => {
    // Shares log 2 / log 3 = 0.6309 and 0.3691; three draws: 2 − 0.3691³ − 0.6309³.
    expect(laneRows(2, 1, { laneWords: 1, negativePool: 0 })).toEqual({
      input: expect.closeTo(2 - 0.36907 ** 3 - 0.63093 ** 3, 4),
      output: expect.closeTo(2 - 0.36907 ** 3 - 0.63093 ** 3, 4),
    });
  });

  test("is what is drawn, on average", () => {
    const [V, window, laneWords, negativePool] = [300, 5, 100, 50];
    const drawn = Array.from({ length: 200 }, (_, seed) => drawnRows(V, window, laneWords, negativePool, seed));
    const mean = [0, 1].map((table) => drawn.reduce((sum, rows) => sum + rows[table], 0) / drawn.length);
    const { input, output } = laneRows(V, window, { laneWords, negativePool });
    // Means of 200 lanes, whose rows vary by 4: six standard deviations.
    expect(Math.abs(mean[0] - input)).toBeLessThan(1.7);
    expect(Math.abs(mean[1] - output)).toBeLessThan(1.7);
  });

  test("never has more rows than words or than draws, and fewer a word in longer lanes", () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, size, size, (V, laneWords, negativePool) => {
        const { input, output } = laneRows(V, 2, { laneWords, negativePool });
        expect(input).toBeLessThanOrEqual(Math.min(V, laneWords + 4) + 1e-9);
        expect(output).toBeLessThanOrEqual(Math.min(V, input + negativePool) + 1e-9);
        const longer = laneRows(V, 2, { laneWords: 2 * laneWords, negativePool: 2 * negativePool });
        expect(longer.output / 2).toBeLessThanOrEqual(output + 1e-9);
      }),
    );
  });
});
