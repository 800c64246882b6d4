import { command, decimal, type Interruption, path, wholeNumber, wrongUse } from "@wordloom/terminal";
import packageJson from "../package.json" with { type: "json" };
import { book, bookRates } from "./settings/book-preset.js";
import { FEWEST_EPOCHS, fast, fastBatchSizes, fastRate, MOST_EPOCHS, OWN_MIN_COUNT } from "./settings/fast-preset.js";
import {
  contextGradients,
  lineEnds,
  modelNames,
  type OptimizerName,
  optimizerNames,
  presetNames,
} from "./settings/settings.js";
import type { TrainOptions } from "./settings/train-options.js";

type Program = ReturnType<typeof command>;

/** The command line of `ptb-trainer`; what it starts is loaded only when it starts. */
export function program(interruption: Interruption): Program {
  const trainer = command("ptb-trainer", packageJson.description, packageJson.version);
  trainer
    .argument("[texts...]", "the same as --data", paths)
    .option(
      "--data <paths...>",
      "text files, gzipped or not, folders of them, - for standard input; or a folder with ptb.train.txt",
      paths,
    );
  choice(trainer, "--corpus <name>", "without --data: what to train on", ["auto", "ptb", "bundled"], "auto");
  choice(trainer, "--preset <name>", "fast: the engine, on all cores; book: the book's program", presetNames, "fast");
  const lineEnd = "what a line end is: the word <eos>, or only the end of a sentence";
  choice(trainer, "--line-end <name>", lineEnd, lineEnds, "eos");
  choice(trainer, "--as <name>", "text: take it for words though it looks like JSON, CSV or another format", ["text"]);
  addModelOptions(trainer);
  addLearningOptions(trainer);
  trainer
    .option("--seed <n>", `the same seed gives the same vectors (${fast.seed})`, wholeNumber({ atLeast: 0 }))
    .option("--max-words <n>", "stop after so many target words", wholeNumber())
    .option("--threads <n>", "fast: all give the same vectors (as many as are of use)", wholeNumber())
    .option("--out <folder>", "where the run is saved (runs/ and the date)", path);
  const formats = ["both", "binary", "text"];
  choice(trainer, "--format <name>", "vectors.bin, vectors.txt or both, as word2vec writes them", formats, "both");
  return trainer
    .option("--json", "print one JSON document instead of tables")
    .option("--quiet", "no progress")
    .addHelpText("after", "\nDefaults are in brackets, those of the presets where they differ.")
    .addHelpText("after", "\nCtrl-C stops the run and saves what there is; the exit code is then 130.")
    .action(async (texts: readonly string[], options: TrainOptions) => {
      const { trainCommand } = await import("./commands/train-command.js");
      await trainCommand(withTexts(options, texts), interruption);
    });
}

function paths(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, path(text)];
}

function withTexts(options: TrainOptions, texts: readonly string[]): TrainOptions {
  if (texts.length === 0) return options;
  if (options.data === undefined) return { ...options, data: texts };
  throw wrongUse(
    `--data ${options.data[0]} and the argument ${texts[0]} both name texts; name all of them in one place`,
  );
}

// What a preset decides has no default here, so that what was said can be told from what was not.

function addModelOptions(trainer: Program): void {
  choice(trainer, "--model <name>", `one-hot, in book only: the slow one it starts from (${fast.model})`, modelNames);
  trainer
    .option("--dimension <n>", `numbers in a word vector (${fast.dimension})`, wholeNumber({ atMost: 100_000 }))
    .option("--window <n>", `context words on each side (${fast.window})`, wholeNumber({ atMost: 10_000 }))
    .option("--full-windows", "fast: whole windows; else each target draws a radius from 1 to --window")
    .option("--within-sentences", "fast: windows end where sentences do")
    .option("--negatives <n>", `words drawn against each target (${fast.negatives})`, wholeNumber())
    .option("--power <x>", `negatives are drawn by count^power (${fast.power})`, decimal({ atLeast: 0, atMost: 10 }))
    .option(
      "--subsample <t>",
      `drop frequent words, as word2vec's -sample; 0: none (fast ${fast.subsample}, book ${book.subsample})`,
      decimal({ atLeast: 0 }),
    )
    .option(
      "--min-count <n>",
      `leave out words seen less often (${book.minCount}; in fast, for a text file, ${OWN_MIN_COUNT})`,
      wholeNumber(),
    );
}

function addLearningOptions(trainer: Program): void {
  const { cbow, "skip-gram": skipGram } = fastBatchSizes;
  trainer
    .option(
      "--epochs <n>",
      `times through the corpus (fast ${MOST_EPOCHS} to ${FEWEST_EPOCHS}, by its length; book ${book.epochs})`,
      wholeNumber({ atMost: 1_000_000 }),
    )
    .option(
      "--batch-size <n>",
      `targets in a step (fast ${cbow}, skip-gram ${skipGram}; book ${book.batchSize})`,
      wholeNumber({ atMost: 1_000_000 }),
    );
  choice(trainer, "--optimizer <name>", `book: how gradients become steps (${book.optimizer})`, optimizerNames);
  trainer
    .option(
      "--learning-rate <x>",
      `fast: a target's, at the start (${fastRates()}); book: ${bookRatesText()}`,
      decimal({ atLeast: 0 }),
    )
    .option(
      "--end-learning-rate <x>",
      "fast: to which it falls in a straight line (a ten-thousandth)",
      decimal({ atLeast: 0 }),
    );
  const way = `fast: word2vec leaves out CBOW's 1/n, as word2vec.c does (${fast.contextGradient})`;
  choice(trainer, "--context-gradient <name>", way, contextGradients);
}

function choice(trainer: Program, flags: string, text: string, choices: readonly string[], preset?: string): void {
  const option = trainer.createOption(flags, text).choices(choices);
  trainer.addOption(preset === undefined ? option : option.default(preset));
}

function fastRates(): string {
  const [rate, word2vec, skipGram] = [
    fastRate("cbow", "true"),
    fastRate("cbow", "word2vec"),
    fastRate("skip-gram", "true"),
  ];
  return `${rate}, word2vec's gradient ${word2vec}, skip-gram ${skipGram}`;
}

function bookRatesText(): string {
  return (Object.keys(bookRates) as OptimizerName[]).map((name) => `${bookRates[name]} (${name})`).join(", ");
}
