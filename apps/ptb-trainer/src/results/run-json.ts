import { json } from "@wordloom/terminal";
import { textFacts } from "../text/text-facts.js";
import type { Learned } from "./learned.js";
import type { SavedRun } from "./save-run.js";

/** Writes a run and what it has learned as one JSON document, for programs. */
export function runJson(
  folder: string,
  { settings, text, run, notes }: SavedRun,
  { answers, planted }: Learned,
): string {
  const { words, seconds, isInterrupted, epochs } = run;
  const corpus = textFacts(text, settings.subsample);
  return json({ folder, corpus, settings, words, seconds, isInterrupted, epochs, notes, ...answers, planted });
}
