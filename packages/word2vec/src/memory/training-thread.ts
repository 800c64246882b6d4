import type { StructView } from "@wordloom/wasm";
import type { roundLayout, runLayout } from "../wasm/kernels.wasm.js";

/** Reads and writes the fields of a thread's `Run` (src/assembly/run.ts). */
export type RunView = StructView<keyof typeof runLayout.fields>;

/** Reads and writes the fields of the `Round` that all threads share (src/assembly/round.ts). */
export type RoundView = StructView<keyof typeof roundLayout.fields>;

/** One thread of a run. */
export interface TrainingThread {
  /** Where its `Run` is in the memory. */
  readonly address: number;
  readonly run: RunView;
}
