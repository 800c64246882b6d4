import type { TrainingNote } from "@wordloom/word2vec";
import { inFlags } from "../settings/in-flags.js";

/** Said of the run, not of its text: `threads` or `one-thread` where fewer work than were asked for, with the reason. */
export interface RunNote {
  readonly kind: "threads" | "one-thread";
  readonly message: string;
}

/** A note of the engine as the program says it: in its flags, and without the name of the library's function. */
export function runNote({ kind, message }: TrainingNote): RunNote {
  return { kind, message: inFlags(message).replace(/^train: /, "") };
}
