import { type command, decimal, print, report, wholeNumber } from "@wordloom/terminal";
import { commaList } from "../comma-list.ts";
import { updatePages } from "../pages/pages.ts";
import { accuracyText } from "./accuracy-report.ts";
import { accuracySession } from "./accuracy-session.ts";

/** Adds `accuracy` to the benchmarks. */
export function accuracyCommand(bench: ReturnType<typeof command>): void {
  const programs = ["wordloom", "gensim-sentences"] as const;
  const forgotten = ["wordloom", "gensim", "all"] as const;
  const rates = commaList({ each: decimal({ above: 0 }) });
  bench
    .command("accuracy")
    .description("accuracy beside gensim's over three seeds, and of both gradients of CBOW at their best rates")
    .option("--corpus <name>", "wikipedia, ptb or a text file", "wikipedia")
    .option("--programs <list>", "wordloom, gensim-sentences or both", commaList({ among: programs }), programs)
    .option(
      "--seeds <list>",
      "seeds of the comparison; the grid uses the first",
      commaList({ each: wholeNumber() }),
      [1, 2, 3],
    )
    .option(
      "--rates-true <list>",
      "learning rates of the grid for the true gradient",
      rates,
      [0.05, 0.075, 0.1, 0.15, 0.2, 0.3],
    )
    .option(
      "--rates-word2vec <list>",
      "learning rates of the grid for word2vec's gradient",
      rates,
      [0.0125, 0.025, 0.05, 0.075, 0.1],
    )
    .option("--epochs <n>", "times through the corpus", wholeNumber(), 5)
    .option("--dimension <n>", "numbers in a word vector", wholeNumber(), 100)
    .option("--threads <n>", "threads of each program", wholeNumber({ atMost: 64 }), 2)
    .option("--tokens <n>", "use only the first n tokens of the corpus", wholeNumber({ atLeast: 1000 }))
    .option("--fresh <list>", "forget saved runs of wordloom, gensim or all", commaList({ among: forgotten }), [])
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nEach run is saved in bench/results when it ends; the same command goes on from there.")
    .action(async (typed: TypedOptions) => {
      const { ratesTrue, ratesWord2vec, epochs, dimension, json, ...options } = typed;
      const { corpus, tokens } = options;
      const known = corpus === "wikipedia" || corpus === "ptb" ? corpus : "own-text";
      const name = ["accuracy", known, ...(tokens === undefined ? [] : [`${tokens}-tokens`])].join("-");
      const settings = { dimension, window: 5, negatives: 5, subsample: 1e-3, minCount: 5, epochs };
      const result = await accuracySession({
        ...options,
        settings,
        grid: { true: ratesTrue, word2vec: ratesWord2vec },
        name,
      });
      report([`runs are in bench/results/${name}.json`, ...(await updatePages())].join(", "));
      print(json === true ? JSON.stringify(result, null, 2) : accuracyText(result));
    });
}

interface TypedOptions {
  readonly corpus: string;
  readonly programs: readonly string[];
  readonly seeds: readonly number[];
  readonly ratesTrue: readonly number[];
  readonly ratesWord2vec: readonly number[];
  readonly epochs: number;
  readonly dimension: number;
  readonly threads: number;
  readonly tokens?: number;
  readonly fresh: readonly string[];
  readonly json?: boolean;
}
