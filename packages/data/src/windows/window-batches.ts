import { checkChoice, checkOptions, shownValue } from "@wordloom/arguments";
import { checkRandom, fork, integer, type Random, shuffle } from "@wordloom/random";
import { checkCorpus } from "../corpus/check-corpus.js";
import type { Corpus } from "../corpus/corpus.js";
import { checkWindow, type WordIds } from "./contexts-and-targets.js";
import { targetPositions, type WindowEdges, windowBounds } from "./target-positions.js";

/**
 * The id −1. It stands in contexts where the text, the sentence or a shrunken window has no word. Layers leave it out of the
 * mean.
 */
export const NO_WORD = -1;

/** A mini-batch of `B` targets, and the contexts of each. */
export interface WindowBatch {
  /** `[B, 2 · window]`, word ids: those before the target, then those after it, in the order of the text, or {@link NO_WORD}. */
  readonly contexts: WordIds;
  /** `[B]`, word ids. */
  readonly targets: WordIds;
  /** `[B]`, the position of each target in the corpus. */
  readonly positions: Int32Array;
}

/** Options of {@link windowBatches}. */
export interface WindowBatchesOptions {
  /**
   * Whether to draw a radius from 1 to `window` for each target, as word2vec does, so that near words count for more. Default
   * `false`.
   */
  readonly shrinking?: boolean;
  /**
   * Which words are targets: `"drop"`, those with `window` words on both sides, as in the book; `"shorten"`, all that have any
   * context. Default `"drop"`.
   */
  readonly edges?: WindowEdges;
  /** Whether windows reach across the ends of sentences, as in the book. Default `true`. */
  readonly crossSentences?: boolean;
  /** The order of the targets: `"random"`, or that of the `"text"`, as for a validation loss. Default `"random"`. */
  readonly order?: "random" | "text";
}

/**
 * Makes the mini-batches of one epoch. Each target comes once. The last batch may be smaller.
 *
 * Order and radii come from streams forked off `random`, which itself does not move. For another order in each epoch, pass
 * `fork(random, epoch)`. The radius of a target depends only on the stream and the position, not on the order or the batch
 * size.
 *
 * A sentence without tokens, at a start that comes again, changes nothing.
 *
 * @throws RangeError if `window` or `batchSize` is not a positive integer, or if no word can be a target
 * @throws RangeError or TypeError if the corpus contradicts itself: see {@link checkCorpus}
 */
export function windowBatches(
  corpus: Pick<Corpus, "ids" | "sentenceStarts"> & Partial<Pick<Corpus, "vocabulary">>,
  window: number,
  batchSize: number,
  random: Random,
  options: WindowBatchesOptions = {},
): Generator<WindowBatch, void, undefined> {
  checkOptions(
    "windowBatches",
    options,
    { shrinking: true, edges: true, crossSentences: true, order: true },
    { shuffle: 'there is order: "random" or "text"', shrink_windows: "shrinking" },
  );
  const { shrinking = false, edges = "drop", crossSentences = true, order = "random" } = options;
  checkChoice("windowBatches", "edges", edges, ["drop", "shorten"]);
  checkChoice("windowBatches", "order", order, ["random", "text"]);
  if (!(Number.isSafeInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`windowBatches: batchSize is ${shownValue(batchSize)}; it must be a positive whole number`);
  }
  checkRandom("windowBatches", random);
  checkCorpus("windowBatches", corpus, [
    ...(crossSentences ? [] : (["sentenceStarts"] as const)),
    ...(corpus.vocabulary === undefined ? [] : (["vocabulary"] as const)),
  ]);
  const { ids } = corpus;
  checkWindow("windowBatches", window, edges === "drop" ? ids.length : 2 * window + 1);
  const bounds = windowBounds(corpus, crossSentences);
  const positions = targetPositions(bounds, window, edges);
  if (positions.length === 0) throw noTargets(bounds, window, edges, crossSentences);
  if (order === "random") shuffle(fork(random, "order"), positions);

  const radii = shrinking ? fork(random, "window") : undefined;
  return batches({ ids, isBound: boundFlags(bounds), positions, window, radii }, batchSize);
}

interface Windows {
  readonly ids: Int32Array;
  /** 1 at every bound, the length of the text included: no window goes back beyond one, or forward onto one. */
  readonly isBound: Uint8Array;
  readonly positions: Int32Array;
  readonly window: number;
  readonly radii: Random | undefined;
}

function* batches(windows: Windows, batchSize: number): Generator<WindowBatch, void, undefined> {
  for (let done = 0; done < windows.positions.length; done += batchSize) {
    yield windowBatch(windows, windows.positions.slice(done, done + batchSize));
  }
}

function windowBatch({ ids, isBound, window, radii }: Windows, positions: Int32Array): WindowBatch {
  const B = positions.length;
  const C = 2 * window;
  const contexts = new Int32Array(B * C).fill(NO_WORD);
  const targets = new Int32Array(B);
  for (let b = 0; b < B; b++) {
    const position = positions[b];
    const radius = radii === undefined ? window : radiusAt(radii, position, window);
    targets[b] = ids[position];
    for (let k = 1; k <= radius && isBound[position - k + 1] === 0; k++) {
      contexts[b * C + window - k] = ids[position - k];
    }
    for (let k = 1; k <= radius && isBound[position + k] === 0; k++) {
      contexts[b * C + window + k - 1] = ids[position + k];
    }
  }
  return { contexts: { shape: [B, C], data: contexts }, targets: { shape: [B], data: targets }, positions };
}

/** The draw that belongs to a position: the stream's counter is its address. */
function radiusAt(radii: Random, position: number, window: number): number {
  radii.counter = position;
  return 1 + integer(radii, window);
}

function boundFlags(bounds: Int32Array): Uint8Array {
  const flags = new Uint8Array(bounds[bounds.length - 1] + 1);
  for (const bound of bounds) flags[bound] = 1;
  return flags;
}

function noTargets(bounds: Int32Array, window: number, edges: WindowEdges, crossSentences: boolean): RangeError {
  let longest = 0;
  for (let piece = 1; piece < bounds.length; piece++) longest = Math.max(longest, bounds[piece] - bounds[piece - 1]);
  const needed = edges === "drop" ? 2 * window + 1 : 2;
  const found = crossSentences
    ? `the corpus has ${longest}`
    : `the longest sentence has ${longest}; let windows cross sentences, or shorten them`;
  return new RangeError(`windowBatches: a target needs ${needed} tokens in a row, ${found}`);
}
