import * as fc from "fast-check";
import { seeds } from "../arbitraries/seeds.js";
import { chiSquareScore } from "../statistics/chi-square-score.js";
import type { Battery, Check } from "./battery.js";
import { bitsOf } from "./bits.js";
import { fail } from "./fail.js";

/** Describes one sampler to {@link samplerBattery}. */
export interface SamplerRow<Random> {
  readonly name: string;
  /** Makes a stream of random numbers for a seed, such as `randomFromSeed` of `@wordloom/random`. */
  readonly random: (seed: number) => Random;
  /** Draws N outcomes of the sampler of these weights, at least one of which is above 0. */
  readonly draw: (weights: readonly number[], N: number, random: Random) => ArrayLike<number>;
  /** What `draw` should give each outcome, as a share of 1. Default: its weight, divided by their sum. */
  readonly probabilities?: (weights: readonly number[]) => ArrayLike<number>;
}

/**
 * Makes the contract of a sampler, as a list of checks: N outcomes, each a whole number that has a probability; weights left alone;
 * equal draws for equal seeds, others for another and for what comes next in the stream; the distribution, and the
 * independence of one draw from the next, by chi-square; a single outcome; and a single draw.
 *
 * The chi-square checks use fixed seeds, so that what passes once passes always; one right sampler in a hundred
 * thousand would fail them.
 *
 * @example
 * samplerBattery({
 *   name: "aliasTable",
 *   random: randomFromSeed,
 *   draw: (weights, N, random) => Array.from({ length: N }, () => drawFromAlias(aliasTable(weights), random)),
 * });
 */
export function samplerBattery<Random>({ name, random, draw, probabilities = shareOf }: SamplerRow<Random>): Battery {
  const overWeights = (fact: (weights: readonly number[], N: number, seed: number) => void) => () =>
    fc.assert(fc.property(weightLists(), fc.nat(20), seeds(), fact));
  const facts: Record<string, () => void> = {
    "draws as many outcomes as asked, each one that has a probability": overWeights((weights, N, seed) => {
      const outcomes = draw(weights, N, random(seed));
      if (outcomes.length !== N) fail(`${outcomes.length} outcomes were drawn, ${N} were asked for`);
      const chances = probabilities(weights);
      for (let i = 0; i < N; i++) {
        if (!(chances[outcomes[i]] > 0))
          fail(`draw ${i} is ${outcomes[i]}, whose probability is ${chances[outcomes[i]]}`);
      }
    }),
    "leaves its weights alone": overWeights((weights, N, seed) => {
      const before = bitsOf(weights);
      draw(weights, N, random(seed));
      if (bitsOf(weights) !== before) fail("drawing changed the weights");
    }),
    "draws the same for the same seed": overWeights((weights, N, seed) => {
      const [first, second] = [random(seed), random(seed)].map((stream) => listOf(draw(weights, N, stream)));
      if (first !== second) fail(`seed ${seed} drew ${first} and then ${second}; is there randomness of its own?`);
    }),
    "draws differently for another seed, and further on in a stream": () => {
      const weights = [1, 2, 3, 4];
      const stream = random(1);
      const [first, next, other] = [stream, stream, random(2)].map((each) => listOf(draw(weights, 64, each)));
      if (first === other) fail("seeds 1 and 2 drew the same 64 outcomes; does the sampler use its stream?");
      if (first === next) fail("64 outcomes came twice in a row from one stream; drawing must move it on");
    },
    "draws each outcome as often as its probability says": () => {
      for (const weights of examples) {
        const score = chiSquareScore(
          talliesOf(draw(weights, 20_000, random(3)), weights.length),
          probabilities(weights),
        );
        if (!(score < 4.75)) {
          fail(
            `20,000 draws with weights ${weights.join(", ")} lie ${score} standard deviations off their probabilities`,
          );
        }
      }
    },
    "draws each outcome whatever was drawn before it": () => {
      const weights = [1, 2, 3];
      const outcomes = draw(weights, 40_000, random(4));
      const p = probabilities(weights);
      const pairs = Float64Array.from(
        { length: outcomes.length / 2 },
        (_, i) => 3 * outcomes[2 * i] + outcomes[2 * i + 1],
      );
      const chances = Float64Array.from({ length: 9 }, (_, pair) => p[Math.floor(pair / 3)] * p[pair % 3]);
      const score = chiSquareScore(talliesOf(pairs, 9), chances);
      if (!(score < 4.75)) fail(`pairs of draws lie ${score} standard deviations off those of independent ones`);
    },
    "draws the only outcome there is": () => {
      const weights = [0.5];
      if (!(probabilities(weights)[0] > 0)) return;
      if (listOf(draw(weights, 3, random(5))) !== "0,0,0") fail("a single weight did not always draw outcome 0");
    },
  };
  const checks: Check[] = Object.entries(facts).map(([name, check]) => ({ name, check }));
  return { name, checks };
}

// Each leaves at least two outcomes, and more than ten of each in 20,000 draws, when one is ruled out.
const examples = [
  [1, 1, 1],
  [5, 0, 1, 20, 3, 0.5],
  [1, 2, 3, 4, 5, 6, 7, 8],
];

/** Counts, fractions and zeros, with at least two positive ones among them. */
function weightLists(): fc.Arbitrary<number[]> {
  const weight = fc.oneof(
    fc.nat(10),
    fc.constant(0),
    fc.integer({ min: 1, max: 64 }).map((n) => n / 64),
  );
  return fc
    .array(weight, { minLength: 2, maxLength: 12 })
    .filter((weights) => weights.filter((each) => each > 0).length >= 2);
}

function shareOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function talliesOf(outcomes: ArrayLike<number>, cells: number): Float64Array {
  const tallies = new Float64Array(cells);
  for (let i = 0; i < outcomes.length; i++) tallies[outcomes[i]]++;
  return tallies;
}

function listOf(outcomes: ArrayLike<number>): string {
  return Array.from(outcomes).join();
}
