import { join } from "node:path";
import { randomFromSeed } from "@wordloom/random";
import { paint, print, report, status, terminalWidth } from "@wordloom/terminal";
import { wordVectors } from "@wordloom/vectors";
import type { Interruption } from "./interruption.js";
import { learned, learnedText } from "./learned.js";
import { epochLine, progressLine } from "./progress-line.js";
import { prepareRunFolder } from "./run-folder.js";
import { runJson } from "./run-json.js";
import { saveRun } from "./save-run.js";
import { settingsOf } from "./settings-of.js";
import type { TrainOptions } from "./train-options.js";
import { trainingRun } from "./training-run.js";
import { trainingText } from "./training-text.js";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;

/** Trains, saves the run, shows what was learned. */
export async function trainCommand(options: TrainOptions, interruption: Interruption): Promise<void> {
  const settings = settingsOf(options);
  const tell = options.quiet === true ? () => {} : report;
  const text = await trainingText(options, settings.minCount, process.env, tell);
  const folder = options.out ?? join("runs", timestamp(new Date()));
  await prepareRunFolder(folder);

  const { ids, vocabulary } = text.train;
  const place = text.path === undefined ? "" : ` (${text.path})`;
  tell(`${text.name}${place}: ${inWords(ids.length)} tokens, ${inWords(vocabulary.words.length)} words`);
  interruption.listen();
  const run = await trainingRun(text, settings, randomFromSeed(settings.seed), interruption.signal, {
    onProgress: (progress) => options.quiet === true || status(progressLine(progress, settings.epochs)),
    onEpoch: (record) => tell(epochLine(record, settings.epochs)),
  });

  const { data } = run.model.inputVectors.value;
  const vectors = wordVectors(vocabulary.words, Float32Array.from(data), { counts: vocabulary.counts });
  const saved = { settings, text, run, vectors };
  await saveRun(folder, options.format, saved);
  tell(`${run.isInterrupted ? "interrupted; what there was is" : "saved"} in ${folder}`);

  const known = learned(vectors, text.isBundled);
  const heading = (line: string) => paint("bold", line);
  print(options.json === true ? runJson(folder, saved, known) : learnedText(known, terminalWidth(), heading));
  if (run.isInterrupted) process.exitCode = INTERRUPTED;
}

function inWords(count: number): string {
  return count.toLocaleString("en");
}

/** `2026-11-21T08-30-00`: sorts by time, and is a file name on every system. */
function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(":", "-");
}
