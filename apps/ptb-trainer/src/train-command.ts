import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { type Interruption, paint, print, report, status, terminalWidth } from "@wordloom/terminal";
import { wordVectors } from "@wordloom/vectors";
import { checkOptions } from "./check-options.js";
import { learned, learnedText } from "./learned.js";
import { epochLine, progressLine } from "./progress-line.js";
import { prepareRunFolder } from "./run-folder.js";
import { runJson } from "./run-json.js";
import { saveOrRescue } from "./save-or-rescue.js";
import { settingsOf } from "./settings-of.js";
import { threadsOf } from "./threads-of.js";
import type { TrainOptions } from "./train-options.js";
import { trainingRun } from "./training-run.js";
import { trainingText } from "./training-text.js";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;

/** Trains, saves the run, shows what was learned. */
export async function trainCommand(options: TrainOptions, interruption: Interruption): Promise<void> {
  checkOptions(options);
  const tell = options.quiet === true ? () => {} : report;
  const text = await trainingText(options, process.env, tell);
  const { ids, vocabulary } = text.train;
  const settings = settingsOf(options, { tokens: ids.length, minCount: text.minCount });
  const { threads, remark } = threadsOf(options.threads, settings.dimension, availableParallelism());
  const folder = options.out ?? join("runs", timestamp(new Date()));
  await prepareRunFolder(folder);

  const place = text.path === undefined || text.path === text.name ? "" : ` (${text.path})`;
  const frequent = text.minCount === 1 ? "" : ` that occur ${text.minCount} times or more`;
  tell(`${text.name}${place}: ${inWords(ids.length)} tokens, ${inWords(vocabulary.words.length)} words${frequent}`);
  if (remark !== undefined) tell(remark);
  interruption.listen();
  const run = await trainingRun(text, settings, threads, interruption.signal, {
    onProgress: (progress) => options.quiet === true || status(progressLine(progress, settings.epochs)),
    onEpoch: (record) => tell(epochLine(record, settings.epochs)),
  });

  if (options.quiet !== true) status(`saving in ${folder} …`);
  const vectors = wordVectors(vocabulary.words, run.inputVectors, { counts: vocabulary.counts });
  const saved = { settings, text, run, vectors };
  await saveOrRescue(folder, options.format, saved, tmpdir());
  if (run.divergence !== undefined) {
    throw new Error(`${run.divergence.message}; what there was before is in ${folder}`, { cause: run.divergence });
  }
  tell(`${run.isInterrupted ? "interrupted; what there was is" : "saved"} in ${folder}`);

  const known = learned(vectors, text);
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
