import { describe, expect, test } from "vitest";
import { zipfCorpus, zipfShares } from "./zipf-corpus.ts";

describe("zipfShares(V)", () => {
  test("adds up to 1, and falls about as 1/rank", () => {
    const shares = zipfShares(1_000);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[99] / shares[999]).toBeCloseTo(10, 0);
  });
});

describe("zipfCorpus(V, tokens)", () => {
  test("draws every word about as often as it is said to occur", () => {
    const { ids, vocabulary } = zipfCorpus(20, 100_000);
    const seen = new Float64Array(20);
    for (const id of ids) seen[id]++;
    for (const [id, count] of vocabulary.counts.entries()) {
      // Five standard deviations; the seed is fixed.
      expect(Math.abs(seen[id] - count)).toBeLessThan(5 * Math.sqrt(count));
    }
  });
});
