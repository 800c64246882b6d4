import type { Corpus } from "@wordloom/data";
import { keepProbability, type UnigramSampler } from "@wordloom/sampling";
import { MAXIMUM_MEMORY_BYTES, structView } from "@wordloom/wasm";
import { mergeRules } from "../arguments/merge-rule.js";
import type { Settings } from "../arguments/settings.js";
import { laneLayout, roundLayout, runLayout } from "../wasm/kernels.wasm.js";
import { wasmMemory } from "../wasm/wasm-memory.js";
import { POINT_ROOM, pointStep } from "./loss-points.js";
import { nextChunk } from "./next-chunk.js";
import { outsideTables } from "./outside-tables.js";
import { startsWithTokens } from "./starts-with-tokens.js";
import type { Tables } from "./tables.js";
import { marginOf, type TrainingLayout, trainingLayout } from "./training-layout.js";
import type { RoundView, TrainingThread } from "./training-thread.js";
import { writeSampling } from "./write-sampling.js";

/** All that a run's threads read and write, in one memory, but for most of the corpus. */
export interface TrainingMemory {
  /** Shared if there is more than one thread. */
  readonly memory: WebAssembly.Memory;
  /** The tables, `[V, W]` each, W being D filled up to whole vectors of four: views of the memory, or outside it. */
  readonly tables: Tables;
  /** W, numbers of a row of the tables. */
  readonly rowWidth: number;
  /** Whether the tables are outside the memory, since it can't hold them. */
  readonly areTablesOutside: boolean;
  /** Where the run is, and the barrier at which threads wait for each other. */
  readonly round: RoundView;
  /** Address of the round's struct. */
  readonly roundAddress: number;
  /** One for each thread. */
  readonly threads: readonly TrainingThread[];
  /** The corpus's, which stay where they are: the threads read copies of a chunk of them. */
  readonly ids: Int32Array;
  readonly chunkTokens: number;
  /** Target words that the whole run will see, about. */
  readonly expectedTargets: number;
  /** Address of the mean loss of each finished epoch, f64. */
  readonly losses: number;
  /** The function that errors name. */
  readonly caller: string;
}

interface MemoryOptions {
  /** Ids in memory at a time, beyond those of one round. */
  readonly mostTokens?: number;
  /** Whether workers can have the memory; by default, if there are several threads. */
  readonly isShared?: boolean;
  /** The function that errors name, `train` unless it is another. */
  readonly caller?: string;
  /** Bytes of WebAssembly memory beyond which the tables are outside of it. */
  readonly mostBytes?: number;
}

/** Ids in memory at a time, 2 MB. The threads stop for the next ones some ten times a second. */
const CHUNK_TOKENS = 1 << 19;
/** Draws from a lane's pool that are not new, in a row, after which the pool is searched. */
const MAX_REJECTIONS = 64;
/**
 * A batch has diverged if its mean loss is that many times the loss of weights that know nothing. Runs that recover stay far below;
 * runs that don't recover pass it on their way to infinity.
 */
const DIVERGED = 100;

/**
 * Lays out a run and fills in everything but the tables.
 *
 * Tables that make it more than the 4 GiB that WebAssembly can address are outside of its memory: it takes longer to copy their rows.
 *
 * @throws RangeError if the system has not that much memory, saying how much
 */
export function trainingMemory(
  corpus: Corpus,
  sampler: UnigramSampler,
  settings: Settings,
  { mostTokens = CHUNK_TOKENS, isShared, caller = "train", mostBytes = MAXIMUM_MEMORY_BYTES }: MemoryOptions = {},
): TrainingMemory {
  const { ids, vocabulary } = corpus;
  const { window, negatives, batchSize, epochs, model, lanes: L, laneWords, negativePool, threads: T } = settings;
  const chunkTokens = Math.min(ids.length, L * laneWords + 2 * marginOf(window) + mostTokens);
  const V = vocabulary.words.length;
  const isSkipGram = model === "skip-gram";
  const starts = settings.crossSentences ? [] : startsWithTokens(corpus.sentenceStarts, ids.length);
  const sentences = starts.length;
  const inside = trainingLayout({ V, chunkTokens, sentences }, settings, T, false);
  const areTablesOutside = inside.size > mostBytes;
  const layout = areTablesOutside ? trainingLayout({ V, chunkTokens, sentences }, settings, T, true) : inside;
  const { size, sizes, shared, lanes, own } = layout;
  const memory = wasmMemory({ caller, bytes: size, shared: isShared ?? T > 1, V, D: settings.dimension });
  const { buffer } = memory;

  new Int32Array(buffer, shared.sentenceStarts, sentences).set(starts);
  // The counts may be those of another text, of which this one has the vocabulary.
  const counted = vocabulary.counts.reduce((sum, count) => sum + count, 0);
  const chances = keepProbabilities(vocabulary.counts, counted, settings.subsample);
  writeSampling(buffer, shared, chances, sampler, settings);

  const kept = vocabulary.counts.reduce((sum, count, word) => sum + count * chances[word], 0) / counted;
  const expectedTargets = epochs * kept * ids.length;
  const step = pointStep(Math.min(expectedTargets, settings.maxWords));
  const round = structView(roundLayout, buffer, shared.round);
  round.write({ pointStep: step, pointDue: step });
  for (const [index, addresses] of lanes.entries()) {
    structView(laneLayout, buffer, shared.laneList + index * laneLayout.bytes).write(addresses);
  }
  const threads = own.map(({ address, ...addresses }) => {
    const run = structView(runLayout, buffer, address);
    run.write({
      ...shared,
      ...addresses,
      ...sizes,
      ...{ window, negatives, batchSize, epochs, sentences, laneWords },
      words: V,
      tokens: ids.length,
      isShrinking: Number(settings.shrinking),
      isSkipGram: Number(isSkipGram),
      isTrueGradient: Number(settings.contextGradient === "true"),
      maxRejections: MAX_REJECTIONS,
      threads: T,
      lanes: L,
      poolSize: negativePool,
      inputRule: mergeRules.indexOf(settings.mergeInput),
      outputRule: mergeRules.indexOf(settings.mergeOutput),
      areTablesOutside: Number(areTablesOutside),
      input: shared.tableInput,
      output: shared.tableOutput,
      spins: spinsOf(T),
      startRate: settings.learningRate,
      endRate: settings.endLearningRate,
      pointRoom: POINT_ROOM,
      lossLimit: DIVERGED * (1 + negatives) * Math.LN2 * (isSkipGram ? 2 * window : 1),
    });
    return { address, run };
  });
  const { losses } = shared;
  const tables = areTablesOutside
    ? outsideTables(caller, V, sizes.rowBytes / 4, isShared ?? T > 1)
    : insideTables(buffer, shared, (V * sizes.rowBytes) / 4);
  const training = {
    memory,
    tables,
    rowWidth: sizes.rowBytes / 4,
    areTablesOutside,
    round,
    roundAddress: shared.round,
    threads,
    ids,
    chunkTokens,
    expectedTargets,
    losses,
    caller,
  };
  nextChunk(training);
  return training;
}

function insideTables(
  buffer: ArrayBufferLike,
  { tableInput, tableOutput }: TrainingLayout["shared"],
  length: number,
): Tables {
  const at = (address: number): Float32Array => new Float32Array(buffer, address, length);
  return { input: at(tableInput), output: at(tableOutput) };
}

function keepProbabilities(counts: Float64Array, tokens: number, threshold: number): Float64Array {
  return counts.map((count) => (threshold === 0 ? 1 : keepProbability(count, tokens, threshold)));
}

/** How often a thread looks at the barrier before it sleeps: some 100 microseconds where each thread has a core, else one. */
function spinsOf(threads: number): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return threads <= (navigator?.hardwareConcurrency ?? 1) ? 300_000 : 1000;
}
