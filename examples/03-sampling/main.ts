// Whom to tell a word apart from: negatives drawn in constant time, by a distribution that is exact.
import { fork, randomFromSeed } from "@wordloom/random";
import {
  aliasTable,
  countIds,
  drawFromAlias,
  keepProbability,
  sampleNegatives,
  subsample,
  unigramSampler,
} from "@wordloom/sampling";
import { chiSquareScore } from "@wordloom/testing";

const random = randomFromSeed(42);
const words = ["the", "of", "king", "queen", "aardvark"];
const counts = [600, 300, 60, 39, 1];

// To the power of 0.75 a word that is one in a thousand is drawn four times in a thousand.
const sampler = unigramSampler(counts);
console.log(Array.from(sampler.probabilities, (p) => p.toFixed(3)).join(" ")); // 0.524 0.311 0.093 0.067 0.004

// Three targets, two negatives each: different ones, and never the target.
const negatives = sampleNegatives(sampler, [0, 2, 4], 2, fork(random, "example"));
console.log(Array.from(negatives.data, (id) => words[id]).join(" ")); // of king the of the king

// Exact, not about: of 100,000 first negatives of "of", each other word has its share of what is left without it.
const draws = sampleNegatives(sampler, new Array(100_000).fill(1), 1, fork(random, "test"));
const drawn = countIds(draws.data, 5);
const rest = 1 - sampler.probabilities[1];
const expected = Array.from(sampler.probabilities, (p, id) => (id === 1 ? 0 : p / rest));
console.log(drawn[1], chiSquareScore(drawn, expected) < 4.75); // 0 true

// Any other distribution: an alias table takes one draw, whatever the number of its entries.
const dice = aliasTable([1, 1, 1, 1, 1, 5]);
const rolls = fork(random, "dice");
console.log(Array.from({ length: 12 }, () => drawFromAlias(dice, rolls) + 1).join(" ")); // 2 2 2 6 6 3 4 2 4 6 6 1

// Frequent words are thinned out of the text itself, by word2vec.c's formula.
const keep = counts.map((count) => keepProbability(count, 1000, 0.05));
console.log(keep.map((p) => p.toFixed(2)).join(" ")); // 0.37 0.57 1.00 1.00 1.00
const text = [0, 2, 1, 0, 3, 0, 1, 0, 4, 0, 1];
console.log(Array.from(subsample(text, keep, fork(random, "thin")), (id) => words[id]).join(" ")); // king of queen of the aardvark of

// The same seed draws the same, on any machine: nothing here depends on when or where it runs.
const again = sampleNegatives(sampler, [0, 2, 4], 2, fork(randomFromSeed(42), "example"));
console.log(again.data.join() === negatives.data.join()); // true
