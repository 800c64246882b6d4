import type { StructView } from "@wordloom/wasm";
import type { runLayout } from "../wasm/kernels.wasm.js";
import type { Slice } from "./slices.js";

/** Reads and writes the fields of a thread's `Run` (src/assembly/run.ts). */
export type RunView = StructView<keyof typeof runLayout.fields>;

/** One thread of a run. */
export interface TrainingThread {
  /** Where its `Run` is in the memory. */
  readonly address: number;
  readonly run: RunView;
  /** The part of each row that it owns. */
  readonly slice: Slice;
}
