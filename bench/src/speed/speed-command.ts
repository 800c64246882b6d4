import { type command, decimal, print, report, wholeNumber } from "@wordloom/terminal";
import { commaList } from "../comma-list.ts";
import { updatePages } from "../pages/pages.ts";
import { programNames } from "../programs/programs.ts";
import { saveResult } from "../results/results.ts";
import type { SpeedOptions } from "./speed-options.ts";
import { speedText } from "./speed-report.ts";
import { speedResult } from "./speed-result.ts";

const modelNames = ["cbow", "skip-gram"] as const;

/** Adds `speed` to the benchmarks. */
export function speedCommand(bench: ReturnType<typeof command>): void {
  bench
    .command("speed")
    .description("words a second and accuracy beside gensim, word2vec.c, fastText and koan, in turn")
    .option("--corpus <name>", "ptb, wikipedia or a text file", "ptb")
    .option("--models <list>", "cbow, skip-gram or both", commaList({ among: modelNames }), modelNames)
    .option("--programs <list>", `among ${programNames.join(", ")}`, commaList({ among: programNames }))
    .option("--threads <list>", "numbers of threads", commaList({ each: wholeNumber({ atMost: 64 }) }), [1, 2])
    .option("--rounds <n>", "how often each program is run", wholeNumber({ atMost: 1000 }), 5)
    .option(
      "--slow-rounds <n>",
      "how often each other program than wordloom and gensim is run",
      wholeNumber({ atMost: 1000 }),
      2,
    )
    .option("--epochs <n>", "times through the corpus", wholeNumber(), 5)
    .option("--dimension <n>", "numbers in a word vector", wholeNumber(), 100)
    .option("--window <n>", "context words on each side, at most", wholeNumber(), 5)
    .option("--negatives <n>", "negatives drawn for each target", wholeNumber(), 5)
    .option(
      "--sample <t>",
      "thin out frequent words; 0 keeps all (default: 0 for ptb, else 1e-3)",
      decimal({ atLeast: 0 }),
    )
    .option("--min-count <n>", "leave out words that occur less often (default: 1 for ptb, else 5)", wholeNumber())
    .option("--learning-rate <x>", "for all programs (default: the own rate of each)", decimal({ above: 0 }))
    .option("--seed <n>", "the seed of the first round", wholeNumber(), 1)
    .option("--tokens <n>", "use only the first n tokens of the corpus", wholeNumber({ atLeast: 1000 }))
    .option("--beside-busy", "beside another process that keeps one core busy")
    .option("--save", "keep the result in bench/results and write its tables into docs")
    .option("--json", "print one JSON object")
    .action(async (typed: TypedOptions) => {
      const options = speedOptions(typed);
      const result = await speedResult(options);
      if (typed.save === true) {
        const name = resultName(options);
        await saveResult(name, result);
        report(["saved", `bench/results/${name}.json`, ...(await updatePages())].join(" "));
      }
      print(typed.json === true ? JSON.stringify(result, null, 2) : speedText(result));
    });
}

interface TypedOptions extends Omit<SpeedOptions, "subsample" | "minCount" | "programs"> {
  readonly sample?: number;
  readonly minCount?: number;
  readonly programs?: readonly string[];
  readonly save?: boolean;
  readonly json?: boolean;
}

/** With the defaults that depend on the corpus. Layers would take minutes a run on all but the small one. */
export function speedOptions({ sample, minCount, programs, save: _, json: __, ...given }: TypedOptions): SpeedOptions {
  const isPtb = given.corpus === "ptb";
  return {
    ...given,
    minCount: minCount ?? (isPtb ? 1 : 5),
    subsample: sample ?? (isPtb ? 0 : 1e-3),
    programs: programs ?? programNames.filter((name) => name !== "layers-sgd" && (isPtb || name !== "layers-adam")),
  };
}

/** `speed-ptb`, and whatever of a short name's settings is not the usual. */
export function resultName({ corpus, subsample, tokens, besideBusy }: SpeedOptions): string {
  const isKnown = corpus === "ptb" || corpus === "wikipedia";
  return [
    "speed",
    isKnown ? corpus : "own-text",
    ...(subsample === (corpus === "ptb" ? 0 : 1e-3) ? [] : [`sample-${subsample}`]),
    ...(tokens === undefined ? [] : [`${tokens}-tokens`]),
    ...(besideBusy === true ? ["beside-busy"] : []),
  ].join("-");
}
