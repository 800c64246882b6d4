import type { Settings } from "./settings.js";

/** How a run is divided into lanes. */
export type LaneSettings = Pick<Settings, "lanes" | "laneWords" | "negativePool">;

const LANES = 8;
/** Rounds of an epoch, at least: the lanes of a round do not learn from each other. */
const ROUNDS = 200;
/** Shorter lanes are more work to copy and merge than to train; of a short text they are the only ones. */
const SHORT = 64;
const SHORTEST = 16;
/** Skip-gram computes more for each row that it copies, and learns more in short lanes. */
const LONGEST_OF_CBOW = 4096;
const LONGEST_OF_SKIP_GRAM = 1024;
/** Negatives in a pool, for each token of a lane; and at least, for a pool of few words is learned by heart. */
const POOLED = 1 / 4;
const FEW_POOLED = 64;
/** CBOW makes less use of a row that it copies: where a pool has that many, half of the share will do. */
const MANY_POOLED = 128;

/**
 * The lanes that suit a model and the length of a text: a round is a two-hundredth of the text or less. They are part of a run's
 * result, so that the machine has no say in them. A text of less than 26,000 tokens has one lane, and is trained in order.
 *
 * @param tokens - of the corpus
 * @param given - what is chosen already; the pool suits the length of a lane
 */
export function laneDefaults(
  tokens: number,
  model: Settings["model"],
  given: Partial<LaneSettings> = {},
): LaneSettings {
  const longest = model === "skip-gram" ? LONGEST_OF_SKIP_GRAM : LONGEST_OF_CBOW;
  const round = tokens / ROUNDS;
  const long = powerOfTwo(round / (Number(given.lanes) || LANES), SHORT, longest);
  const { lanes = Math.min(LANES, Math.max(1, Math.floor(round / long))) } = given;
  const { laneWords = lanes === 1 ? powerOfTwo(round, SHORTEST, longest) : long } = given;
  const { negativePool = poolOf(laneWords, model) } = given;
  return { lanes, laneWords, negativePool };
}

/** The largest that is not above a number, within bounds. */
function powerOfTwo(largest: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, 2 ** Math.floor(Math.log2(Math.max(1, largest)))));
}

function poolOf(laneWords: number, model: Settings["model"]): number {
  const pool = Math.max(FEW_POOLED, Math.ceil(laneWords * POOLED));
  return model === "skip-gram" ? pool : Math.min(pool, Math.max(MANY_POOLED, Math.ceil(pool / 2)));
}
