import { inLines, memoryPlan, reserve } from "@wordloom/wasm";
import type { Settings } from "../arguments/settings.js";
import { runLayout } from "../wasm/kernels.wasm.js";
import { POINT_ROOM } from "./loss-points.js";
import { roomFor, type Slice, slices } from "./slices.js";

/** Where everything of a run is in its memory, and how large. Names are those of the kernels' `Run` (src/assembly/run.ts). */
export interface TrainingLayout {
  /** Bytes of the whole. */
  readonly size: number;
  /** What each thread owns of every row. */
  readonly slices: readonly Slice[];
  readonly sizes: Readonly<
    Record<"columns" | "recordBytes" | "outputsBytes" | "streamCapacity" | "threadPartials", number>
  >;
  /** Addresses of what all threads read. */
  readonly shared: Readonly<Record<Shared, number>>;
  /** Addresses of what is each thread's own, of its `Run` among them. */
  readonly own: readonly Readonly<Record<Own, number>>[];
}

type Shared =
  | ("chunk" | "sentenceStarts" | "keep" | "alias" | "probabilities" | "keys")
  | ("outputs" | "partials" | "barrier" | "losses");
type Own =
  | ("address" | "rowBytes" | "input" | "output" | "stream" | "records")
  | ("hidden" | "hiddenSteps" | "points" | "scoreSteps");

/** What a run has of a corpus. */
interface CorpusSize {
  readonly V: number;
  /** Ids in memory at a time. */
  readonly chunkTokens: number;
  readonly sentences: number;
}

/** Words read ahead: 64 kB, of which a batch needs a few hundred bytes. */
const STREAM_WORDS = 1 << 14;
const CACHE_LINE = 64;

export function trainingLayout({ V, chunkTokens, sentences }: CorpusSize, settings: Settings): TrainingLayout {
  const { window, negatives, batchSize, epochs, model } = settings;
  const isSkipGram = model === "skip-gram";
  const lines = batchSize * (isSkipGram ? 2 * window : 1);
  const columns = 3 * Math.ceil((1 + negatives) / 3);
  const recordBytes = 16 * Math.ceil((1 + 2 * window) / 4);
  const outputsBytes = inLines(4 * batchSize * columns);
  const streamCapacity = STREAM_WORDS + 4 * window;
  const threadPartials = inLines(4 * lines * (1 + negatives)) + CACHE_LINE;
  const parts = slices(settings.dimension, settings.threads);

  const plan = memoryPlan();
  const allocate = (bytes: number): number => reserve(plan, bytes);
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
  const widths = parts.map(({ starts }) => 16 * starts.length);
  // A table is its slices, one behind the other.
  const input = widths.map((rowBytes) => allocate(rows * rowBytes));
  const output = widths.map((rowBytes) => allocate(rows * rowBytes));
  const own = widths.map((rowBytes, thread) => ({
    address: allocate(runLayout.bytes),
    rowBytes,
    input: input[thread],
    output: output[thread],
    stream: allocate(4 * streamCapacity),
    records: allocate(2 * batchSize * recordBytes),
    hidden: allocate(isSkipGram ? 0 : lines * rowBytes),
    hiddenSteps: allocate(lines * rowBytes),
    points: allocate(16 * POINT_ROOM),
    scoreSteps: allocate(4 * lines * (1 + negatives) + CACHE_LINE),
  }));
  const sizes = { columns, recordBytes, outputsBytes, streamCapacity, threadPartials };
  return { size: plan.size, slices: parts, sizes, shared, own };
}
