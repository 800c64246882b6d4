import { randomFromSeed } from "@wordloom/random";
import { samplerBattery } from "@wordloom/testing";
import { describe, test } from "vitest";
import { aliasTable, drawFromAlias } from "./alias-table.js";
import { cumulativeTable, drawFromCumulativeTable } from "./cumulative-table.js";
import { sampleNegatives, sampleNegativesWithReplacement } from "./sample-negatives.js";
import { subsample } from "./subsample.js";
import { unigramSampler } from "./unigram-sampler.js";

// One row a sampler: a new sampler joins the battery by its row and nothing else.
const battery = [
  samplerBattery({
    name: "aliasTable",
    random: randomFromSeed,
    draw(weights, N, random) {
      const table = aliasTable(weights);
      return Array.from({ length: N }, () => drawFromAlias(table, random));
    },
  }),
  samplerBattery({
    name: "cumulativeTable",
    random: randomFromSeed,
    draw(weights, N, random) {
      const table = cumulativeTable(weights);
      return Array.from({ length: N }, () => drawFromCumulativeTable(table, random));
    },
  }),
  samplerBattery({
    name: "sampleNegativesWithReplacement",
    random: randomFromSeed,
    draw: (counts, N, random) =>
      sampleNegativesWithReplacement(unigramSampler(counts, { power: 1 }), N, 1, random).data,
  }),
  samplerBattery({
    name: "sampleNegatives, one for a target that is the first word to occur",
    random: randomFromSeed,
    draw(counts, N, random) {
      const targets = new Int32Array(N).fill(counts.findIndex((count) => count > 0));
      return sampleNegatives(unigramSampler(counts, { power: 1 }), targets, 1, random).data;
    },
    probabilities(counts) {
      const target = counts.findIndex((count) => count > 0);
      const left = counts.map((count, word) => (word === target ? 0 : count));
      const total = left.reduce((sum, count) => sum + count, 0);
      return left.map((count) => count / total);
    },
  }),
  samplerBattery({
    name: "subsample, 0 for a word that is left out and 1 for one that is kept",
    random: randomFromSeed,
    draw(weights, N, random) {
      const keep = [keepOf(weights)];
      return Array.from({ length: N }, () => subsample([0], keep, random).length);
    },
    probabilities: (weights) => weights.map((_, i) => [1 - keepOf(weights), keepOf(weights)][i] ?? 0),
  }),
];

describe.each(battery)("$name", ({ checks }) => {
  test.each(checks)("$name", ({ check }) => check());
});

/** The share of all weights but the first; 0 if there is no other. */
function keepOf([first, ...others]: readonly number[]): number {
  const rest = others.reduce((sum, weight) => sum + weight, 0);
  return rest / (first + rest);
}
