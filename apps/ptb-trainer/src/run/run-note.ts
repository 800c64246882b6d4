import type { TrainingNote } from "@wordloom/word2vec";
import { inFlags } from "../settings/in-flags.js";

/**
 * A note about the run: it trains on fewer threads than were asked for, and why; or the loss of an epoch is above that of the
 * one before.
 */
export interface RunNote {
  readonly kind: "threads" | TrainingNote["kind"];
  readonly message: string;
}

/** Rewrites a note of the engine for the command line: with flags, and without the name of the library's function. */
export function runNote({ kind, message }: TrainingNote): RunNote {
  return { kind, message: inFlags(message).replace(/^train: /, "") };
}
