import { join } from "node:path";
import { formatVocabulary } from "@wordloom/data";
import type { WordVectors } from "@wordloom/vectors";
import { writeVectors } from "@wordloom/vectors/node";
import packageJson from "../package.json" with { type: "json" };
import { type LossPoint, lossPlot } from "./loss-plot.js";
import { writeRunFile } from "./run-folder.js";
import type { Settings } from "./settings.js";
import type { TrainOptions } from "./train-options.js";
import type { TrainingRun } from "./training-run.js";
import { corpusFacts, type TrainingText } from "./training-text.js";

/** Everything of a run that is worth keeping. */
export interface SavedRun {
  readonly settings: Settings;
  readonly text: TrainingText;
  readonly run: TrainingRun;
  readonly vectors: WordVectors;
}

/** Writes the vectors, and beside them what it takes to repeat and judge them. */
export async function saveRun(folder: string, format: TrainOptions["format"], saved: SavedRun): Promise<void> {
  const { settings, text, run, vectors } = saved;
  if (format !== "text") await writeVectors(join(folder, "vectors.bin"), vectors, { format: "binary" });
  if (format !== "binary") await writeVectors(join(folder, "vectors.txt"), vectors, { format: "text" });
  await writeRunFile(folder, "vocabulary.tsv", formatVocabulary(text.train.vocabulary));
  await writeRunFile(folder, "config.json", `${JSON.stringify(configOf(saved), null, 2)}\n`);
  await writeRunFile(folder, "log.jsonl", logOf(run));
  await writeRunFile(folder, "loss.svg", await lossPlot(titleOf(text, settings), run.curve, heldOut(run)));
}

/** Version, corpus and settings. No time, no machine: equal runs have equal files. */
function configOf({ settings, text, run }: SavedRun): object {
  return {
    version: packageJson.version,
    corpus: corpusFacts(text),
    settings: { ...settings, maxWords: Number.isFinite(settings.maxWords) ? settings.maxWords : null },
    targetWords: run.words,
    isInterrupted: run.isInterrupted,
    hasDiverged: run.divergence !== undefined,
  };
}

function logOf({ epochs, curve }: TrainingRun): string {
  const points = curve.map((point) => ({ kind: "loss", ...point }));
  const records = epochs.map((record) => ({ kind: "epoch", ...record }));
  return [...points, ...records]
    .sort((a, b) => a.words - b.words)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

function heldOut({ epochs }: TrainingRun): LossPoint[] {
  return epochs.flatMap(({ words, validationLoss: loss }) => (loss === undefined ? [] : [{ words, loss }]));
}

function titleOf({ name }: TrainingText, { model, dimension, window, negatives }: Settings): string {
  return `${model}, D ${dimension}, window ${window}, K ${negatives} on ${name}`;
}
