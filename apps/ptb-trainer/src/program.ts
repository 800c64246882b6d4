import { command, decimal, type Interruption, path, wholeNumber, wrongUse } from "@wordloom/terminal";
import { defaultLearningRate, laneDefaults } from "@wordloom/word2vec";
import packageJson from "../package.json" with { type: "json" };
import { book, bookRates } from "./settings/book-preset.js";
import { FEWEST_EPOCHS, fast, MOST_EPOCHS, OWN_MIN_COUNT } from "./settings/fast-preset.js";
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

/** Declares the command line of `ptb-trainer`. The code of the training is loaded only when training starts. */
export function program(interruption: Interruption): Program {
  const trainer = command("ptb-trainer", packageJson.description, packageJson.version);
  trainer
    .argument("[texts...]", "what to train on, as --data", paths)
    .option(
      "--data <paths...>",
      "what to train on: text files, gzipped or not; folders of text files; - for standard input; " +
        "or a folder with ptb.train.txt",
      paths,
    );
  choice(trainer, "--corpus <name>", "what to train on without --data", ["auto", "ptb", "bundled"], "auto");
  const preset = "fast trains with the engine, on all cores; book is the program of the book";
  choice(trainer, "--preset <name>", preset, presetNames, "fast");
  const lineEnd = "eos: a line end is the word <eos>; boundary: it only ends a sentence";
  choice(trainer, "--line-end <name>", lineEnd, lineEnds, "eos");
  choice(trainer, "--as <name>", "train on a file although it looks like JSON, CSV or another format", ["text"]);
  addModelOptions(trainer);
  addLearningOptions(trainer);
  trainer
    .option("--seed <n>", `the same seed gives the same vectors (default: ${fast.seed})`, wholeNumber({ atLeast: 0 }))
    .option(
      "--max-words <n>",
      "stop after this many target words; fast: at the end of a round of all lanes",
      wholeNumber(),
    )
    .option(
      "--threads <n>",
      "fast: the vectors are the same for any number (default: as many as are useful)",
      wholeNumber(),
    )
    .option("--out <folder>", "the folder for the results (default: runs/ and the date)", path);
  const formats = ["both", "binary", "text"];
  choice(trainer, "--format <name>", "write vectors.bin, vectors.txt or both", formats, "both");
  return trainer
    .option("--json", "print one JSON document instead of tables")
    .option("--quiet", "do not report progress")
    .addHelpText("after", "\nAn option that begins with fast: or book: is for that preset only.")
    .addHelpText("after", "\nCtrl-C stops the run and saves what was trained so far, with exit code 130.")
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

// An option that a preset decides has no default here: only so can the preset see that the user left it out.

function addModelOptions(trainer: Program): void {
  const model = `the model; one-hot is the slow first model of the book, for --preset book (default: ${fast.model})`;
  choice(trainer, "--model <name>", model, modelNames);
  trainer
    .option(
      "--dimension <n>",
      `numbers in a word vector (default: ${fast.dimension})`,
      wholeNumber({ atMost: 100_000 }),
    )
    .option("--window <n>", `context words on each side (default: ${fast.window})`, wholeNumber({ atMost: 10_000 }))
    .option("--full-windows", "fast: use whole windows (default: each target draws a radius from 1 to --window)")
    .option("--within-sentences", "fast: end windows where sentences end")
    .option("--negatives <n>", `negatives drawn for each target (default: ${fast.negatives})`, wholeNumber())
    .option(
      "--power <x>",
      `draw negatives in proportion to count^power (default: ${fast.power})`,
      decimal({ atLeast: 0, atMost: 10 }),
    )
    .option(
      "--subsample <t>",
      "thin out frequent words, as word2vec's -sample does; 0 keeps all " +
        `(default: fast ${fast.subsample}, book ${book.subsample})`,
      decimal({ atLeast: 0 }),
    )
    .option(
      "--min-count <n>",
      `leave out words that occur less often (default: ${book.minCount}; fast, for your own text: ${OWN_MIN_COUNT})`,
      wholeNumber(),
    );
}

function addLearningOptions(trainer: Program): void {
  trainer
    .option(
      "--epochs <n>",
      "times through the text " +
        `(default: fast ${FEWEST_EPOCHS} to ${MOST_EPOCHS}, more for a short text; book ${book.epochs})`,
      wholeNumber({ atMost: 1_000_000 }),
    )
    .option(
      "--batch-size <n>",
      `targets in a step (default: fast ${fast.batchSize}, book ${book.batchSize})`,
      wholeNumber({ atMost: 1_000_000 }),
    );
  choice(trainer, "--optimizer <name>", `book: the optimizer (default: ${book.optimizer})`, optimizerNames);
  trainer
    .option(
      "--learning-rate <x>",
      `the rate at the start; fast: of one target (default: fast ${fastRates()}; book ${bookRatesText()})`,
      decimal({ atLeast: 0 }),
    )
    .option(
      "--end-learning-rate <x>",
      "fast: the rate at the end; it falls in a straight line (default: a ten-thousandth of the first)",
      decimal({ atLeast: 0 }),
    );
  addLaneOptions(trainer);
  const gradient = `fast: word2vec leaves out CBOW's factor 1/n, as word2vec.c does (default: ${fast.contextGradient})`;
  choice(trainer, "--context-gradient <name>", gradient, contextGradients);
}

function addLaneOptions(trainer: Program): void {
  trainer
    .option(
      "--lanes <n>",
      `fast: pieces of the text that train side by side (default: ${laneRange("lanes")})`,
      wholeNumber({ atMost: 1024 }),
    )
    .option(
      "--lane-words <n>",
      `fast: tokens of such a piece (default: ${laneRange("laneWords")})`,
      wholeNumber({ atLeast: 16, atMost: 32_768 }),
    )
    .option(
      "--negative-pool <n>",
      "fast: words that such a piece takes its negatives from " +
        "(default: a fourth of its tokens; of long pieces for CBOW an eighth)",
      wholeNumber({ atMost: 32_768 }),
    );
}

/** What the engine takes for the shortest text, and for the longest. */
function laneRange(option: "lanes" | "laneWords"): string {
  const [least, most, skipGram] = [
    laneDefaults(1, "cbow"),
    laneDefaults(Number.POSITIVE_INFINITY, "cbow"),
    laneDefaults(Number.POSITIVE_INFINITY, "skip-gram"),
  ].map((lanes) => lanes[option]);
  const ofSkipGram = skipGram === most ? "" : `, skip-gram ${least} to ${skipGram}`;
  return `${least} to ${most}${ofSkipGram}, more for a long text`;
}

function choice(trainer: Program, flags: string, text: string, choices: readonly string[], preset?: string): void {
  const option = trainer.createOption(flags, text).choices(choices);
  trainer.addOption(preset === undefined ? option : option.default(preset));
}

function fastRates(): string {
  const [short, long, word2vec, skipGram] = [
    defaultLearningRate("cbow", "true", 0),
    defaultLearningRate("cbow", "true", Number.POSITIVE_INFINITY),
    defaultLearningRate("cbow", "word2vec", 0),
    defaultLearningRate("skip-gram", "true", 0),
  ];
  return `${short}, for a long text ${long}, with word2vec's gradient ${word2vec}, skip-gram ${skipGram}`;
}

function bookRatesText(): string {
  return (Object.keys(bookRates) as OptimizerName[]).map((name) => `${name} ${bookRates[name]}`).join(", ");
}
