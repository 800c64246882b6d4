import * as fc from "fast-check";
import { seeds } from "./seeds.js";

/** Sizes of one mini-batch, in the letters used throughout, and a seed to fill it. */
export interface BatchSizes {
  /** Words in the vocabulary. */
  readonly V: number;
  /** Numbers in a word vector. */
  readonly D: number;
  /** Numbers in a hidden state. */
  readonly H: number;
  /** Targets in the batch. */
  readonly B: number;
  /** Contexts of a target. */
  readonly C: number;
  /** Negatives of a target. */
  readonly K: number;
  /** Steps of a sequence. */
  readonly T: number;
  readonly seed: number;
}

/**
 * Makes an arbitrary of sizes from 1 to 6, which shrinks towards 1. With so few words most batches repeat an id; K may be more than the V − 1
 * words that differ from a target.
 */
export function batchSizes(): fc.Arbitrary<BatchSizes> {
  const size = fc.integer({ min: 1, max: 6 });
  return fc.record({ V: size, D: size, H: size, B: size, C: size, K: size, T: size, seed: seeds() });
}
