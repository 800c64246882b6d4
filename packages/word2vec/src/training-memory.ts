import type { Corpus } from "@wordloom/data";
import { keepProbability, type UnigramSampler } from "@wordloom/sampling";
import { drawShares } from "./draw-shares.js";
import { POINT_ROOM, pointStep } from "./loss-curve.js";
import { nextChunk } from "./next-chunk.js";
import type { Settings } from "./options.js";
import { type RunView, runBytes, runView } from "./run-fields.js";
import { roomFor, type Slice, slices } from "./slices.js";
import { wasmMemory } from "./wasm-memory.js";
import { writeDraws } from "./write-draws.js";

/** All that a run's threads read and write, in one memory, but for most of the corpus. */
export interface TrainingMemory {
  /** Shared if there is more than one thread. */
  readonly memory: WebAssembly.Memory;
  /** One for each thread: where its `Run` is, and its slice of the tables. */
  readonly threads: readonly TrainingThread[];
  /** The corpus's, which stay where they are: the threads read copies of a chunk of them. */
  readonly ids: Int32Array;
  readonly chunkTokens: number;
  /** Address of the words with which threads meet and stop. */
  readonly barrier: number;
  /** Address of the mean loss of each finished epoch, f64. */
  readonly losses: number;
}

interface TrainingThread {
  readonly address: number;
  readonly run: RunView;
  readonly slice: Slice;
}

interface LayoutOptions {
  /** Ids in memory at a time. */
  readonly mostTokens?: number;
  /** Whether workers can have the memory; by default, if there are several threads. */
  readonly isShared?: boolean;
}

/** Ids in memory at a time, 2 MB. The threads stop for the next ones some ten times a second. */
const CHUNK_TOKENS = 1 << 19;
/** Words read ahead: 64 kB, of which a batch needs a few hundred bytes. */
const STREAM_WORDS = 1 << 14;
/** Far more than a vocabulary of ordinary words needs. */
const MAX_REJECTIONS = 64;
/**
 * A batch whose mean loss is so many times that of weights that know nothing has diverged. Runs that recover stay far below;
 * those that don't pass it on their way to infinity.
 */
const DIVERGED = 100;
const CACHE_LINE = 64;

/**
 * Lays out a run and fills in everything but the tables.
 *
 * @throws RangeError if it is more than the 4 GiB that WebAssembly can address, saying how much
 */
export function trainingMemory(
  corpus: Corpus,
  sampler: UnigramSampler,
  settings: Settings,
  { mostTokens = CHUNK_TOKENS, isShared }: LayoutOptions = {},
): TrainingMemory {
  const { ids, vocabulary } = corpus;
  const chunkTokens = Math.min(mostTokens, ids.length);
  const V = vocabulary.words.length;
  const { window, negatives, batchSize, epochs, model } = settings;
  const isSkipGram = model === "skip-gram";
  const columns = 3 * Math.ceil((1 + negatives) / 3);
  const lines = batchSize * (isSkipGram ? 2 * window : 1);
  const recordBytes = 16 * Math.ceil((1 + 2 * window) / 4);
  const outputsBytes = CACHE_LINE * Math.ceil((4 * batchSize * columns) / CACHE_LINE);
  const streamCapacity = STREAM_WORDS + 4 * window;
  const threadPartials = CACHE_LINE * Math.ceil((4 * lines * (1 + negatives)) / CACHE_LINE + 1);
  const sentences = settings.crossSentences ? 0 : corpus.sentenceStarts.length;
  const parts = slices(settings.dimension, settings.threads);

  let size = CACHE_LINE; // Address 0 stays unused.
  const allocate = (bytes: number): number => {
    const address = size;
    size += CACHE_LINE * Math.ceil(bytes / CACHE_LINE);
    return address;
  };
  const shared = {
    chunk: allocate(4 * chunkTokens),
    sentenceStarts: allocate(4 * sentences),
    keep: allocate(4 * V),
    alias: allocate(8 * V),
    probabilities: allocate(8 * V),
    keys: allocate(16 * epochs),
    outputs: allocate(3 * outputsBytes),
    partials: allocate(2 * parts.length * threadPartials),
    barrier: allocate(CACHE_LINE),
    losses: allocate(8 * epochs),
  };
  const rows = roomFor(V);
  const shares = drawShares(parts.map(({ starts }) => starts.length));
  const drawnBefore = (thread: number): number => Math.round(batchSize * sum(shares.slice(0, thread)));
  const widths = parts.map(({ starts }) => 16 * starts.length);
  const input = slicesOf(allocate(rows * sum(widths)), rows, widths);
  const output = slicesOf(allocate(rows * sum(widths)), rows, widths);
  const own = widths.map((rowBytes, thread) => {
    return {
      address: allocate(runBytes),
      rowBytes,
      input: input[thread],
      output: output[thread],
      stream: allocate(4 * streamCapacity),
      records: allocate(2 * batchSize * recordBytes),
      hidden: allocate(isSkipGram ? 0 : lines * rowBytes),
      dHidden: allocate(lines * rowBytes),
      points: allocate(16 * POINT_ROOM),
      gradients: allocate(4 * lines * (1 + negatives) + CACHE_LINE),
    };
  });
  const memory = wasmMemory(size, isShared ?? parts.length > 1, V, settings.dimension);
  const { buffer } = memory;

  new Int32Array(buffer, shared.sentenceStarts, sentences).set(corpus.sentenceStarts.subarray(0, sentences));
  // The counts may be those of another text, of which this one has the vocabulary.
  const counted = vocabulary.counts.reduce((sum, count) => sum + count, 0);
  const chances = keepProbabilities(vocabulary.counts, counted, settings.subsample);
  writeDraws(buffer, shared, chances, sampler, settings);

  const kept = vocabulary.counts.reduce((sum, count, word) => sum + count * chances[word], 0) / counted;
  const expectedTargets = epochs * kept * ids.length;
  const step = pointStep(Math.min(expectedTargets, settings.maxWords));
  const threads = own.map(({ address, ...addresses }, thread) => {
    const slice = parts[thread];
    const run = runView(buffer, address);
    run.write({
      ...shared,
      ...addresses,
      ...{ window, negatives, columns, batchSize, epochs, recordBytes, outputsBytes, streamCapacity, threadPartials },
      sentences,
      words: V,
      tokens: ids.length,
      isShrinking: Number(settings.shrinking),
      isSkipGram: Number(isSkipGram),
      isTrueGradient: Number(settings.contextGradient === "true"),
      maxRejections: MAX_REJECTIONS,
      threads: parts.length,
      thread,
      quarters: slice.quarters,
      firstDrawn: drawnBefore(thread),
      endDrawn: drawnBefore(thread + 1),
      drawn: -1,
      looks: looksOf(parts.length),
      startRate: settings.learningRate,
      endRate: settings.endLearningRate,
      expectedTargets,
      pointRoom: POINT_ROOM,
      pointStep: step,
      pointDue: step,
      lossLimit: DIVERGED * (1 + negatives) * Math.LN2 * (isSkipGram ? 2 * window : 1),
    });
    return { address, run, slice };
  });
  const training = { memory, threads, ids, chunkTokens, barrier: shared.barrier, losses: shared.losses };
  nextChunk(training);
  return training;
}

/** Where each thread's slice of a table begins, one behind the other. */
function slicesOf(table: number, rows: number, widths: readonly number[]): number[] {
  return widths.map((_, thread) => table + rows * sum(widths.slice(0, thread)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function keepProbabilities(counts: Float64Array, tokens: number, threshold: number): Float64Array {
  return counts.map((count) => (threshold === 0 ? 1 : keepProbability(count, tokens, threshold)));
}

/** Some 100 microseconds of looking where each thread has a core, one where it has not. */
function looksOf(threads: number): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return threads <= (navigator?.hardwareConcurrency ?? 1) ? 300_000 : 1000;
}
