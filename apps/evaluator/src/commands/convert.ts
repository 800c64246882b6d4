import { stat } from "node:fs/promises";
import { json as jsonText, print, sentence, terminalWidth, wrongUse } from "@wordloom/terminal";
import { readVectors } from "@wordloom/vectors/node";
import type { Conversion } from "../conversion/conversion.js";
import { conversionLoss } from "../conversion/conversion-loss.js";
import { conversionText } from "../conversion/conversion-text.js";
import { destinationOf, STDOUT } from "../conversion/destination.js";
import type { Numbers, Target } from "../conversion/targets.js";
import { writeConverted } from "../conversion/write-converted.js";
import { compareVectors } from "../evaluation/compare-vectors.js";
import { comparisonParts } from "../evaluation/comparison-parts.js";
import { protocolsOf, type Scoring } from "../evaluation/scoring.js";
import { interruptible } from "../run/interruptible.js";
import { reporter } from "../run/reporter.js";
import { readTestSets, type TestSetOptions } from "../test-sets/read-test-sets.js";
import { openVectors, type Reading } from "../vectors/open-vectors.js";
import { vectorsPath } from "../vectors/vectors-path.js";

/** The exit code of a program that Ctrl-C has ended: 128 plus the number of the signal. */
const INTERRUPTED = 130;

/** The options of `convert`. */
export interface ConvertOptions extends Scoring, Reading, TestSetOptions {
  /** The format to write; by default the ending of the path says it. */
  readonly to?: Target;
  readonly numbers: Numbers;
  /** Whether the file is read back; false with `--no-check`. */
  readonly check: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** Reads vectors, writes them in another format, reads the file back, and prints what was lost. */
export async function convert(from: string, to: string, options: ConvertOptions): Promise<void> {
  const { json, numbers } = options;
  const say = reporter(options.quiet);
  const { analogies, pairs, notes: testSetNotes } = await readTestSets(options, say);
  protocolsOf(analogies, options.protocol);
  const scores = analogies.length + pairs.length > 0;
  if (scores && options.resamples === 0)
    throw wrongUse("a difference needs an interval: --resamples must be at least 100");
  if (to === STDOUT && json)
    throw wrongUse("--json and the vectors cannot both go to stdout; name a file for the vectors");
  const destination = await destinationOf(await vectorsPath(from), to, options.to);
  const isChecked = options.check && destination.isKept;
  if (scores && !isChecked)
    throw wrongUse("--analogies and --pairs score the file that is read back, and nothing is read back here");

  const { file, vectors, notes } = await openVectors(from, say, options);
  say.status(`writing ${to} …`);
  const write = (signal?: AbortSignal) => writeConverted(destination, vectors, numbers, signal);
  // What was written into a pipe or a device cannot be taken back.
  const written = destination.isKept ? await interruptible(write) : await write();
  if (written === undefined) {
    say.report(`interrupted; ${to} was not changed`);
    process.exitCode = INTERRUPTED;
    return;
  }
  say.status(isChecked ? `reading ${to} back …` : "");
  const back = isChecked ? await readVectors(written.read, written.reading) : null;
  say.status("measuring what was lost …");
  const conversion: Conversion = {
    from: { file, words: vectors.words.length, dimension: vectors.dimension, bytes: await sizeOf([file]), notes },
    to: { path: to, format: written.format, numbers, files: written.paths, bytes: await sizeOf(written.paths) },
    isAll: options.limit === undefined,
    notes: written.notes,
    loss: back && conversionLoss(vectors, back),
    comparison:
      back && scores
        ? { notes: testSetNotes, ...compareVectors(vectors, back, { ...options, analogies, pairs }) }
        : null,
  };
  say.status("");
  if (to === STDOUT) return;
  if (json) return print(jsonText(conversion));
  const width = terminalWidth();
  const parts =
    conversion.comparison === null
      ? []
      : [
          sentence("A: before, B: after; A − B: what was lost", width),
          ...comparisonParts(conversion.comparison, width),
        ];
  print([conversionText(conversion, width), ...parts].join("\n\n"));
}

/** Adds up the sizes of files; null if one of them is not a file. */
async function sizeOf(paths: readonly string[]): Promise<number | null> {
  const found = await Promise.all(paths.map((path) => stat(path)));
  return found.every((each) => each.isFile()) ? found.reduce((sum, { size }) => sum + size, 0) : null;
}
