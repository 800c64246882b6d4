import { json } from "@wordloom/terminal";
import type { Learned } from "./learned.js";
import type { SavedRun } from "./save-run.js";
import { corpusFacts } from "./training-text.js";

/** A run and what it learned as one JSON document, for programs. */
export function runJson(folder: string, { settings, text, run }: SavedRun, { answers, planted }: Learned): string {
  const { words, seconds, isInterrupted, epochs } = run;
  const corpus = corpusFacts(text);
  return json({ folder, corpus, settings, words, seconds, isInterrupted, epochs, ...answers, planted });
}
