import type { Corpus } from "@wordloom/data";
import { keepProbability, type UnigramSampler } from "@wordloom/sampling";
import { structView } from "@wordloom/wasm";
import type { Settings } from "../arguments/settings.js";
import { runLayout } from "../wasm/kernels.wasm.js";
import { wasmMemory } from "../wasm/wasm-memory.js";
import { POINT_ROOM, pointStep } from "./loss-points.js";
import { nextChunk } from "./next-chunk.js";
import { samplingShares } from "./sampling-shares.js";
import type { Slice } from "./slices.js";
import { startsWithTokens } from "./starts-with-tokens.js";
import { trainingLayout } from "./training-layout.js";
import type { TrainingThread } from "./training-thread.js";
import { writeSampling } from "./write-sampling.js";

/** All that a run's threads read and write, in one memory, but for most of the corpus. */
export interface TrainingMemory {
  /** Shared if there is more than one thread. */
  readonly memory: WebAssembly.Memory;
  /** One for each thread: where its `Run` is, and its slice of the tables. */
  readonly threads: readonly TrainingThread[];
  /** The corpus's, which stay where they are: the threads read copies of a chunk of them. */
  readonly ids: Int32Array;
  readonly chunkTokens: number;
  /** Address of the words of the barrier at which threads wait for each other and stop. */
  readonly barrier: number;
  /** Address of the mean loss of each finished epoch, f64. */
  readonly losses: number;
  /** The function that errors name. */
  readonly caller: string;
}

interface MemoryOptions {
  /** Ids in memory at a time. */
  readonly mostTokens?: number;
  /** Whether workers can have the memory; by default, if there are several threads. */
  readonly isShared?: boolean;
  /** The function that errors name, `train` unless it is another. */
  readonly caller?: string;
}

/** Ids in memory at a time, 2 MB. The threads stop for the next ones some ten times a second. */
const CHUNK_TOKENS = 1 << 19;
/** Far more than a vocabulary of ordinary words needs. `sampleNegatives` of `@wordloom/sampling` has the same number. */
const MAX_REJECTIONS = 64;
/**
 * A batch has diverged if its mean loss is that many times the loss of weights that know nothing. Runs that recover stay far below;
 * runs that don't recover pass it on their way to infinity.
 */
const DIVERGED = 100;

/**
 * Lays out a run and fills in everything but the tables.
 *
 * @throws RangeError if it is more than the 4 GiB that WebAssembly can address, saying how much
 */
export function trainingMemory(
  corpus: Corpus,
  sampler: UnigramSampler,
  settings: Settings,
  { mostTokens = CHUNK_TOKENS, isShared, caller = "train" }: MemoryOptions = {},
): TrainingMemory {
  const { ids, vocabulary } = corpus;
  const chunkTokens = Math.min(mostTokens, ids.length);
  const V = vocabulary.words.length;
  const { window, negatives, batchSize, epochs, model } = settings;
  const isSkipGram = model === "skip-gram";
  const starts = settings.crossSentences ? [] : startsWithTokens(corpus.sentenceStarts, ids.length);
  const sentences = starts.length;
  const { size, slices, sizes, shared, own } = trainingLayout({ V, chunkTokens, sentences }, settings);
  const memory = wasmMemory({ caller, bytes: size, shared: isShared ?? slices.length > 1, V, D: settings.dimension });
  const { buffer } = memory;

  new Int32Array(buffer, shared.sentenceStarts, sentences).set(starts);
  // The counts may be those of another text, of which this one has the vocabulary.
  const counted = vocabulary.counts.reduce((sum, count) => sum + count, 0);
  const chances = keepProbabilities(vocabulary.counts, counted, settings.subsample);
  writeSampling(buffer, shared, chances, sampler, settings);

  const kept = vocabulary.counts.reduce((sum, count, word) => sum + count * chances[word], 0) / counted;
  const expectedTargets = epochs * kept * ids.length;
  const step = pointStep(Math.min(expectedTargets, settings.maxWords));
  const sampled = sampledBefore(slices, batchSize);
  const threads = own.map(({ address, ...addresses }, thread) => {
    const slice = slices[thread];
    const run = structView(runLayout, buffer, address);
    run.write({
      ...shared,
      ...addresses,
      ...sizes,
      ...{ window, negatives, batchSize, epochs, sentences },
      words: V,
      tokens: ids.length,
      isShrinking: Number(settings.shrinking),
      isSkipGram: Number(isSkipGram),
      isTrueGradient: Number(settings.contextGradient === "true"),
      maxRejections: MAX_REJECTIONS,
      threads: slices.length,
      thread,
      quarters: slice.quarters,
      firstSampled: sampled[thread],
      endSampled: sampled[thread + 1],
      batchTargets: -1,
      spins: spinsOf(slices.length),
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
  const training = { memory, threads, ids, chunkTokens, barrier: shared.barrier, losses: shared.losses, caller };
  nextChunk(training);
  return training;
}

/** Of how many targets the threads before each one draw the negatives, and of how many all threads do. */
function sampledBefore(slices: readonly Slice[], batchSize: number): number[] {
  const shares = samplingShares(slices.map(({ starts }) => starts.length));
  const before = [0];
  for (const share of shares) before.push(before[before.length - 1] + share);
  return before.map((share) => Math.round(batchSize * share));
}

function keepProbabilities(counts: Float64Array, tokens: number, threshold: number): Float64Array {
  return counts.map((count) => (threshold === 0 ? 1 : keepProbability(count, tokens, threshold)));
}

/** How often a thread looks at the barrier before it sleeps: some 100 microseconds where each thread has a core, else one. */
function spinsOf(threads: number): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return threads <= (navigator?.hardwareConcurrency ?? 1) ? 300_000 : 1000;
}
