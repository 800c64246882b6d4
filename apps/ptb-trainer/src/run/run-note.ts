import type { TrainingNote } from "@wordloom/word2vec";
import type { RunNote } from "../results/save-run.js";
import { inFlags } from "../settings/in-flags.js";

/** A note of the engine as the program says it: in its flags, and without the name of the library's function. */
export function runNote({ kind, message }: TrainingNote): RunNote {
  return { kind, message: inFlags(message).replace(/^train: /, "") };
}
