import { command, decimal, wholeNumber } from "@wordloom/terminal";
import packageJson from "../package.json" with { type: "json" };
import type { Interruption } from "./interruption.js";
import { book, learningRates, modelNames, type OptimizerName, optimizerNames } from "./settings.js";
import type { TrainOptions } from "./train-options.js";

type Program = ReturnType<typeof command>;

/** The command line of `ptb-trainer`; what it starts is loaded only when it starts. */
export function program(interruption: Interruption): Program {
  const trainer = command("ptb-trainer", packageJson.description, packageJson.version);
  const option = (flags: string, description: string, choices: readonly string[], preset: string) =>
    trainer.addOption(trainer.createOption(flags, description).choices(choices).default(preset));

  trainer.option("--data <path>", "a folder with ptb.train.txt, ptb.valid.txt and ptb.test.txt, or any text file");
  option("--corpus <name>", "without --data: what to train on", ["auto", "ptb", "bundled"], "auto");
  option("--preset <name>", "defaults of the options below", ["book"], "book");
  option("--model <name>", "one-hot is the slow one that the book starts from", modelNames, book.model);
  trainer
    .option("--dimension <n>", "numbers in a word vector", wholeNumber({ atMost: 100_000 }), book.dimension)
    .option("--window <n>", "context words on each side", wholeNumber({ atMost: 10_000 }), book.window)
    .option("--negatives <n>", "words drawn against each target", wholeNumber(), book.negatives)
    .option("--power <x>", "negatives are drawn by count^power", decimal({ atLeast: 0, atMost: 10 }), book.power)
    .option("--epochs <n>", "times through the corpus", wholeNumber(), book.epochs)
    .option("--batch-size <n>", "targets in a step", wholeNumber({ atMost: 1_000_000 }), book.batchSize);
  option("--optimizer <name>", "how gradients become steps", optimizerNames, book.optimizer);
  trainer
    .option("--learning-rate <x>", `default: ${rateList()}`, decimal({ above: 0 }))
    .option(
      "--subsample <t>",
      "drop frequent words, as word2vec's -sample; 0: none",
      decimal({ atLeast: 0 }),
      book.subsample,
    )
    .option("--min-count <n>", "leave out words seen less often", wholeNumber(), book.minCount)
    .option("--seed <n>", "the same seed gives the same vectors", wholeNumber({ atLeast: 0 }), book.seed)
    .option("--max-words <n>", "stop after so many target words", wholeNumber())
    .option("--out <folder>", "where the run is saved (default: runs/ and the date)");
  option(
    "--format <name>",
    "vectors.bin, vectors.txt or both, as word2vec writes them",
    ["both", "binary", "text"],
    "both",
  );
  return trainer
    .option("--json", "print one JSON document instead of tables")
    .option("--quiet", "no progress")
    .addHelpText("after", "\nCtrl-C stops the run and saves what there is; the exit code is then 130.")
    .action(async (options: TrainOptions) => {
      const { trainCommand } = await import("./train-command.js");
      await trainCommand(options, interruption);
    });
}

function rateList(): string {
  const rates = (Object.keys(learningRates) as OptimizerName[]).map((name) => `${learningRates[name]} (${name})`);
  return rates.join(", ");
}
