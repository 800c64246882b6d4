import { laneDefaults } from "@wordloom/word2vec";
import type { LaneShape } from "./lane-shape.ts";
import { zipfShares } from "./zipf-corpus.ts";

/** The engine's defaults for a long text. A text of a million words would get shorter lanes, and the cost be that of those. */
export const longTextLanes: Readonly<Record<"cbow" | "skip-gram", LaneShape>> = {
  cbow: laneDefaults(Number.POSITIVE_INFINITY, "cbow"),
  "skip-gram": laneDefaults(Number.POSITIVE_INFINITY, "skip-gram"),
};

/** Rows that a lane copies out of each table and merges into it: as many as it has different words. */
export interface LaneRows {
  readonly input: number;
  readonly output: number;
}

/**
 * The expected rows of a lane of words without order. A word of share p is among n draws with chance `1 − (1 − p)ⁿ`. A lane
 * draws its own words and those of a window on either side; of output rows it has those of its pool, too.
 */
export function laneRows(V: number, window: number, shape: Pick<LaneShape, "laneWords" | "negativePool">): LaneRows {
  const { own, pooled } = chances(V, window, shape);
  let [input, output] = [0, 0];
  for (let r = 0; r < V; r++) {
    input += own[r];
    output += own[r] + (1 - own[r]) * pooled[r];
  }
  return { input, output };
}

/** The chance of each word, the most frequent first, to be among the words of a lane, and to be in its pool. */
export function chances(
  V: number,
  window: number,
  { laneWords, negativePool }: Pick<LaneShape, "laneWords" | "negativePool">,
): { readonly own: Float64Array; readonly pooled: Float64Array } {
  const shares = zipfShares(V);
  const noise = noiseShares(shares);
  return {
    own: shares.map((share) => 1 - (1 - share) ** (laneWords + 2 * window)),
    pooled: noise.map((share) => 1 - (1 - share) ** negativePool),
  };
}

/** Shares of the noise distribution, from which negatives are drawn: by the power 0.75. */
export function noiseShares(shares: Float64Array): Float64Array {
  const powers = shares.map((share) => share ** 0.75);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
