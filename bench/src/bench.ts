// The benchmarks, by name: `pnpm bench NAME`. Without a name it lists them, then runs the first.
import { readFileSync } from "node:fs";
import { command, decimal, print, report, run, wholeNumber } from "@wordloom/terminal";
import { programNames } from "./programs/programs.ts";
import type { SpeedOptions } from "./speed/speed-options.ts";

const { description, version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const bench = command("bench", description, version);

bench
  .command("vocabulary", { isDefault: true })
  .description("what a training step costs as the vocabulary grows, one-hot and sampled (the default)")
  .option("--json", "print one JSON object")
  .action(async (options: { json?: boolean }) => {
    const { vocabularySize } = await import("./vocabulary-size.ts");
    vocabularySize(options.json === true);
  });

const list = (text: string): string[] => text.split(",").map((each) => each.trim());

bench
  .command("speed")
  .description("words a second and accuracy beside gensim, word2vec.c and fastText, by turns")
  .option("--corpus <name>", "ptb, wikipedia or a text file", "ptb")
  .option("--models <list>", "cbow, skip-gram", list, ["cbow", "skip-gram"])
  .option("--programs <list>", `of ${programNames.join(", ")}`, list)
  .option(
    "--threads <list>",
    "numbers of threads",
    (text: string) => list(text).map(wholeNumber({ atMost: 64 })),
    [1, 2],
  )
  .option("--rounds <n>", "times each is run", wholeNumber(), 5)
  .option("--epochs <n>", "times through the corpus", wholeNumber(), 5)
  .option("--dimension <n>", "numbers in a word vector", wholeNumber(), 100)
  .option("--window <n>", "context words on each side, at most", wholeNumber(), 5)
  .option("--negatives <n>", "words drawn against each target", wholeNumber(), 5)
  .option("--sample <t>", "drop frequent words; 0: none (default: 0 for ptb, else 1e-3)", decimal({ atLeast: 0 }))
  .option("--min-count <n>", "leave out words seen less often (default: 1 for ptb, else 5)", wholeNumber())
  .option("--learning-rate <x>", "for all programs (default: each its own)", decimal({ above: 0 }))
  .option("--seed <n>", "of the first round", wholeNumber(), 1)
  .option("--tokens <n>", "use only the first n tokens of the corpus", wholeNumber())
  .option("--json", "print one JSON object")
  .action(async ({ sample, json, ...options }: SpeedCommandOptions) => {
    const isPtb = options.corpus === "ptb";
    const everyday = programNames.filter((name) => name !== "layers-sgd" && (isPtb || !name.startsWith("layers")));
    const { speedResult } = await import("./speed/speed-result.ts");
    const { speedText } = await import("./speed/speed-report.ts");
    const result = await speedResult({
      ...options,
      minCount: options.minCount ?? (isPtb ? 1 : 5),
      subsample: sample ?? (isPtb ? 0 : 1e-3),
      programs: options.programs ?? everyday,
    });
    print(json === true ? JSON.stringify(result, null, 2) : speedText(result));
  });

interface SpeedCommandOptions extends Omit<SpeedOptions, "subsample" | "minCount" | "programs"> {
  readonly sample?: number;
  readonly minCount?: number;
  readonly programs?: readonly string[];
  readonly json?: boolean;
}

if (process.argv.slice(2).every((argument) => argument.startsWith("-")) && !process.argv.includes("--help")) {
  report(`pnpm bench NAME: ${bench.commands.map((each) => each.name()).join(", ")}; without a name, vocabulary`);
}
await run(bench);
