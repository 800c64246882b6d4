import { inLines, memoryPlan, reserve } from "@wordloom/wasm";
import type { Settings } from "../arguments/settings.js";
import { laneLayout, roundLayout, runLayout } from "../wasm/kernels.wasm.js";
import { POINT_ROOM } from "./loss-points.js";

/** Where everything of a run is in its memory, and how large. Names are those of the kernels' `Run` (src/assembly/run.ts). */
export interface TrainingLayout {
  /** Bytes of the whole. */
  readonly size: number;
  readonly sizes: Readonly<Record<"columns" | "recordBytes" | "rowBytes" | "margin" | "mergeParts", number>>;
  /** Addresses of what all threads share. */
  readonly shared: Readonly<Record<Shared, number>>;
  /** Addresses of what each lane has. */
  readonly lanes: readonly Readonly<
    Record<"ids" | "grouped" | "partStarts" | "nextRows" | "updates" | "contextUpdates" | "input" | "output", number>
  >[];
  /** Addresses of what is each thread's own, of its `Run` among them. */
  readonly own: readonly Readonly<Record<Own, number>>[];
}

type Shared =
  | ("chunk" | "sentenceStarts" | "keep" | "alias" | "probabilities" | "keys" | "losses" | "points")
  | ("round" | "laneList" | "tableInput" | "tableOutput" | "firstRows");
type Own =
  | ("address" | "rowOf" | "stream" | "pool" | "records" | "outputs" | "hidden" | "hiddenSteps")
  | ("scores" | "scoreSteps" | "lossParts")
  | ("openRow" | "openId" | "changedRows" | "changes");

/** What a run has of a corpus. */
interface CorpusSize {
  readonly V: number;
  /** Ids in memory at a time. */
  readonly chunkTokens: number;
  readonly sentences: number;
}

const CACHE_LINE = 64;
/** A window reaches over that many times its radius in tokens, beyond the ends of a lane: some of them are thinned out. */
const MARGIN_WINDOWS = 8;

/** How many tokens beyond its own a lane reads, on either side. */
export function marginOf(window: number): number {
  return MARGIN_WINDOWS * window;
}

export function trainingLayout(
  { V, chunkTokens, sentences }: CorpusSize,
  settings: Settings,
  threads: number,
  areTablesOutside: boolean,
): TrainingLayout {
  const { dimension, window, negatives, batchSize, epochs, model, lanes: L, laneWords, negativePool } = settings;
  const isSkipGram = model === "skip-gram";
  const lines = batchSize * (isSkipGram ? 2 * window : 1);
  const columns = 3 * Math.ceil((1 + negatives) / 3);
  const recordBytes = 16 * Math.ceil((1 + 2 * window) / 4);
  const rowBytes = 16 * Math.ceil(dimension / 4);
  const margin = marginOf(window);
  const mergeParts = mergePartsOf(threads);
  const inputRows = Math.min(V, laneWords + 2 * window);
  const rows = Math.min(V, inputRows + negativePool + negatives + 1);
  const scoreBytes = inLines(4 * lines * (1 + negatives)) + CACHE_LINE;

  const plan = memoryPlan();
  const allocate = (bytes: number): number => reserve(plan, bytes);
  const shared = {
    chunk: allocate(4 * chunkTokens),
    sentenceStarts: allocate(4 * sentences),
    keep: allocate(4 * V),
    alias: allocate(8 * V),
    probabilities: allocate(8 * V),
    keys: allocate(16 * epochs),
    losses: allocate(8 * epochs),
    points: allocate(16 * POINT_ROOM),
    round: allocate(roundLayout.bytes),
    laneList: allocate(laneLayout.bytes * L),
    tableInput: allocate(areTablesOutside ? 0 : V * rowBytes),
    tableOutput: allocate(areTablesOutside ? 0 : V * rowBytes),
    firstRows: allocate(4 * V),
  };
  const lanes = Array.from({ length: L }, () => ({
    ids: allocate(4 * rows),
    grouped: allocate(2 * rows),
    partStarts: allocate(4 * (mergeParts + 1)),
    nextRows: allocate(4 * rows),
    updates: allocate(4 * rows),
    contextUpdates: allocate(4 * inputRows),
    input: allocate(inputRows * rowBytes),
    output: allocate(rows * rowBytes),
  }));
  const own = Array.from({ length: threads }, () => ({
    address: allocate(runLayout.bytes),
    rowOf: allocate(2 * V),
    // A sentence's end is as long as a word.
    stream: allocate(8 * (laneWords + 2 * margin + window)),
    pool: allocate(4 * (negativePool + negatives + 1)),
    records: allocate(batchSize * recordBytes),
    outputs: allocate(4 * batchSize * columns),
    hidden: allocate(isSkipGram ? 0 : lines * rowBytes),
    hiddenSteps: allocate(lines * rowBytes),
    scores: allocate(scoreBytes),
    scoreSteps: allocate(scoreBytes),
    lossParts: allocate(48),
    openRow: allocate(rowBytes),
    openId: allocate(4),
    changedRows: allocate(4 * L),
    changes: allocate(L * rowBytes),
  }));
  return { size: plan.size, sizes: { columns, recordBytes, rowBytes, margin, mergeParts }, shared, lanes, own };
}

/** The rows are the same however they are parted: more parts than threads, so that a slow thread takes fewer. A power of two. */
function mergePartsOf(threads: number): number {
  return threads === 1 ? 1 : 2 ** Math.ceil(Math.log2(8 * threads));
}
