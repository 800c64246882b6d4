import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { OnReadingProgress } from "@wordloom/data";
import { type Interruption, paint, print, report, status, terminalWidth } from "@wordloom/terminal";
import { wordVectors } from "@wordloom/vectors";
import type { TrainingNote } from "@wordloom/word2vec";
import { checkText } from "../advice/check-text.js";
import { learned, learnedText } from "../results/learned.js";
import { checkRunFolder } from "../results/run-folder.js";
import { runJson } from "../results/run-json.js";
import { saveOrRescue } from "../results/save-or-rescue.js";
import { presetRun } from "../run/preset-run.js";
import { epochLine, progressLine } from "../run/progress-line.js";
import { type RunNote, runNote } from "../run/run-note.js";
import type { EpochRecord, Progress } from "../run/training-run.js";
import { checkOptions } from "../settings/check-options.js";
import { inFlags } from "../settings/in-flags.js";
import type { Settings } from "../settings/settings.js";
import { settingsOf } from "../settings/settings-of.js";
import { threadsOf } from "../settings/threads-of.js";
import type { TrainOptions } from "../settings/train-options.js";
import { readingLine } from "../text/reading-line.js";
import { loneWordsNote, textLines } from "../text/text-lines.js";
import { type TrainingText, trainingText } from "../text/training-text.js";

/** The exit code of a program that Ctrl-C has ended: 128 plus the number of the signal. */
const INTERRUPTED = 130;

/** The least time between two lines about reading. */
const STATUS_MILLISECONDS = 100;

/** Trains on the text that the options name, saves the run, and shows what it has learned. */
export async function trainCommand(options: TrainOptions, interruption: Interruption): Promise<void> {
  checkOptions(options);
  const tell = options.quiet === true ? () => {} : report;
  const showStatus = options.quiet === true ? () => {} : status;
  const text = await trainingText(options, process.env, { tell, onProgress: readingStatus(showStatus) });
  showStatus("");
  const { ids, vocabulary } = text.train;
  const settings = settingsOf(options, { tokens: ids.length, minCount: text.minCount });
  checkText(text, settings);
  const lanes = settings.preset === "fast" ? settings.lanes : 1;
  const { threads, remark } = threadsOf(options.threads, lanes, availableParallelism());
  const folder = options.out ?? join("runs", timestamp(new Date()));
  await checkRunFolder(folder);

  const told = withLoneWords(text, settings);
  for (const line of textLines(told, settings)) tell(line);
  const notes: RunNote[] = [];
  if (remark !== undefined) {
    notes.push({ kind: "threads", message: remark });
    tell(remark);
  }
  interruption.listen();
  const observer = {
    onProgress: (progress: Progress) =>
      showStatus(progressLine(progress, settings.epochs, process.stderr.columns || 80)),
    onEpoch: (record: EpochRecord) => tell(epochLine(record, settings.epochs)),
    onNote: (note: TrainingNote) => {
      const said = runNote(note);
      notes.push(said);
      tell(`note: ${said.message}`);
    },
  };
  const run = await presetRun(told, settings, threads, interruption.signal, observer).catch((error) => {
    throw error instanceof Error ? new Error(inFlags(error.message), { cause: error }) : error;
  });
  if (run.words === 0) return nothingToKeep(tell);

  showStatus(`saving in ${folder} …`);
  const vectors = wordVectors(vocabulary.words, run.inputVectors, { counts: vocabulary.counts });
  const saved = { settings, text: told, run, vectors, notes };
  await saveOrRescue(folder, options.format, saved, tmpdir());
  if (run.divergence !== undefined) {
    throw new Error(`${inFlags(run.divergence.message)}; the vectors from before that are in ${folder}`, {
      cause: run.divergence,
    });
  }
  tell(`${run.isInterrupted ? "interrupted; what was trained so far is" : "saved"} in ${folder}`);

  const known = learned(vectors, text, settings);
  const heading = (line: string) => paint("bold", line);
  print(options.json === true ? runJson(folder, saved, known) : learnedText(known, terminalWidth(), heading));
  if (run.isInterrupted) process.exitCode = INTERRUPTED;
}

/** Shows how far reading is, at most ten times a second. */
function readingStatus(show: (line: string) => void): OnReadingProgress {
  const start = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < STATUS_MILLISECONDS) return;
    last = now;
    show(readingLine(progress, (now - start) / 1000, process.stderr.columns || 80));
  };
}

function withLoneWords(text: TrainingText, settings: Settings): TrainingText {
  const note = loneWordsNote(text, settings);
  return note === undefined ? text : { ...text, notes: [...text.notes, note] };
}

/** After Ctrl-C before the first word, the vectors are only random numbers. */
function nothingToKeep(tell: (line: string) => void): void {
  tell("interrupted before the first word; nothing is saved");
  process.exitCode = INTERRUPTED;
}

/** Writes a date as `2026-11-21T08-30-00`: such names sort by time, and every system allows them. */
function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(":", "-");
}
