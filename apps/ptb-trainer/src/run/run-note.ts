import type { TrainingNote } from "@wordloom/word2vec";
import { inFlags } from "./in-flags.js";
import type { RunNote } from "../results/save-run.js";

/** A note of the engine as the program says it: in its flags, and without the name of the library's function. */
export function runNote({ kind, message }: TrainingNote): RunNote {
  return { kind, message: inFlags(message).replace(/^train: /, "") };
}
