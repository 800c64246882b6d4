import { join } from "node:path";
import { formatVocabulary } from "@wordloom/data";
import { printable } from "@wordloom/terminal";
import { vectorChunks, type WordVectors } from "@wordloom/vectors";
import { type NewFile, replaceFiles } from "@wordloom/vectors/node";
import packageJson from "../../package.json" with { type: "json" };
import type { LossPoint } from "../run/loss-point.js";
import type { RunNote } from "../run/run-note.js";
import type { TrainingRun } from "../run/training-run.js";
import type { Settings } from "../settings/settings.js";
import type { TrainOptions } from "../settings/train-options.js";
import { textFacts } from "../text/text-facts.js";
import type { TrainingText } from "../text/training-text.js";
import { lossPlot } from "./loss-plot.js";

/** All of a run that is saved. */
export interface SavedRun {
  readonly settings: Settings;
  readonly text: TrainingText;
  readonly run: TrainingRun;
  readonly vectors: WordVectors;
  /** What the run has decided by itself. It depends on the machine, so it is in the log and not in `config.json`. */
  readonly notes: readonly RunNote[];
}

/**
 * Writes the vectors, the vocabulary, the settings, the log and the plot of the loss. The files of a former run stay until all
 * new files are on the disk.
 *
 * @throws Error with the name of the file that cannot be written
 */
export async function saveRun(folder: string, format: TrainOptions["format"], saved: SavedRun): Promise<void> {
  const { settings, text, run, vectors, notes } = saved;
  const files: NewFile[] = [];
  const add = (name: string, chunks: NewFile["chunks"]) => files.push({ path: join(folder, name), chunks });
  if (format !== "text") add("vectors.bin", vectorChunks(vectors, "binary"));
  if (format !== "binary") add("vectors.txt", vectorChunks(vectors, "text"));
  add("vocabulary.tsv", [utf8(formatVocabulary(text.train.vocabulary))]);
  add("config.json", [utf8(`${JSON.stringify(configOf(saved), null, 2)}\n`)]);
  add("log.jsonl", [utf8(logOf(run, notes))]);
  add("loss.svg", [utf8(lossPlot(titleOf(text, settings), run.curve, heldOut(run)))]);
  await replaceFiles(files, "saveRun");
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The version, the corpus and the settings. Equal runs have equal files, so there is no time and no machine in it. */
function configOf({ settings, text, run }: SavedRun): object {
  return {
    version: packageJson.version,
    corpus: textFacts(text, settings.subsample),
    settings: { ...settings, maxWords: Number.isFinite(settings.maxWords) ? settings.maxWords : null },
    targetWords: run.words,
    isInterrupted: run.isInterrupted,
    hasDiverged: run.divergence !== undefined,
  };
}

function logOf({ epochs, curve }: TrainingRun, notes: readonly RunNote[]): string {
  const points = curve.map((point) => ({ kind: "loss", ...point }));
  const records = epochs.map((record) => ({ kind: "epoch", ...record }));
  return [...notes, ...[...points, ...records].sort((a, b) => a.words - b.words)]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

function heldOut({ epochs }: TrainingRun): LossPoint[] {
  return epochs.flatMap(({ words, validationLoss: loss }) => (loss === undefined ? [] : [{ words, loss }]));
}

function titleOf({ name }: TrainingText, { model, dimension, window, negatives }: Settings): string {
  return `${model}, D ${dimension}, window ${window}, K ${negatives} on ${printable(name)}`;
}
