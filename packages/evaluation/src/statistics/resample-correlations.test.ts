import { fork, randomFromSeed } from "@wordloom/random";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawWeights, percentileInterval } from "./bootstrap.js";
import { pearson, spearman } from "./correlation.js";
import { resampledCorrelations } from "./resample-correlations.js";

const close = (value: number | null) => (value === null ? Number.NaN : expect.closeTo(value, 10));

describe("resampledCorrelations(lists, random, resamples)", () => {
  test("is what the correlations of the lists drawn are", () => {
    const score = fc.integer({ min: 0, max: 6 });
    const lists = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(lists, fc.nat(), (pairs, seed) => {
        const [people, model] = [pairs.map(([x]) => x / 7), pairs.map(([, y]) => y / 3)];
        const random = randomFromSeed(seed);
        const resampled = resampledCorrelations({ people, model }, random, 5);
        const weights = new Uint32Array(pairs.length);
        for (let r = 0; r < 5; r++) {
          drawWeights(weights, fork(random, r));
          const drawn = [...weights].flatMap((weight, i) => new Array<number>(weight).fill(i));
          const [x, y] = [drawn.map((i) => people[i]), drawn.map((i) => model[i])];
          expect(resampled.spearman[r]).toEqual(close(spearman(x, y)));
          expect(resampled.pearson[r]).toEqual(close(pearson(x, y)));
        }
      }),
    );
  });

  test("has no correlation for a resample in which one side is all the same", () => {
    // Twice 0.1 and once 0.1 add up to 0.30000000000000004.
    const random = randomFromSeed(1);
    const lists = { people: [0.1, 0.1, 7], model: [1, 2, 5] };
    const { spearman, pearson } = resampledCorrelations(lists, random, 100);
    const weights = new Uint32Array(3);
    const isFlat = Array.from({ length: 100 }, (_, r) => {
      drawWeights(weights, fork(random, r));
      return weights[2] === 0 || weights[2] === 3;
    });
    expect(isFlat).toContain(true);
    expect([...pearson].map(Number.isNaN)).toEqual(isFlat);
    expect([...spearman].map(Number.isNaN)).toEqual(isFlat);
  });

  test("spreads as far as the correlation of normal numbers does", () => {
    // Fisher 1921: atanh r is normal with standard deviation 1/√(n − 3), so 95 % of r = 0.5, n = 403 is 0.42 to 0.57.
    const n = 403;
    const people = Array.from({ length: n }, (_, i) => Math.sin(i * i));
    const model = people.map((x, i) => x + Math.sqrt(3) * Math.sin(7 + 3 * i * i));
    const r = pearson(people, model) ?? 0;
    const { pearson: figures } = resampledCorrelations({ people, model }, randomFromSeed(3), 2000);
    const { low, high } = percentileInterval(figures, 0.95) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(Math.tanh(Math.atanh(r) - 1.96 / 20), 1);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(r) + 1.96 / 20), 1);
  });
});
