import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import type { Settings } from "../arguments/settings.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";

/**
 * Makes a run whose result is not used. A worker trains it while the tables of the real run are filled: an engine has optimised
 * code for the kernels once they have been at work for some tens of milliseconds, and then all instances have it. It has the
 * settings of the real run, a text of its own, one thread and work for a second or more: it is to be broken off.
 */
export function warmUp(settings: Settings): TrainingMemory {
  // The negatives of a target are distinct, and none of them is the target.
  const V = WORDS + settings.negatives;
  const words = Array.from({ length: V }, (_, id) => `${id}`);
  const counts = new Float64Array(V).fill(1);
  const idOf = new Map(words.map((word, id) => [word, id]));
  const ids = Int32Array.from({ length: TOKENS }, (_, position) => (position * STRIDE) % V);
  const corpus: Corpus = { ids, sentenceStarts: Int32Array.of(0), vocabulary: { words, counts, idOf } };
  const rate = { learningRate: 0, endLearningRate: 0 };
  const own: Settings = { ...settings, ...rate, ...LANES, threads: 1, subsample: 0, epochs: EPOCHS };
  return trainingMemory(corpus, unigramSampler(counts), own, { isShared: true });
}

/** Few enough for the caches, so that the kernels are called often. */
const WORDS = 64;
const TOKENS = 4096;
const STRIDE = 31;
const EPOCHS = 1000;
/** Small ones, for a round cannot be broken off. */
const LANES = { lanes: 2, laneWords: 256, negativePool: 64 };
