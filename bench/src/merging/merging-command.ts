import { type command, print, report, wholeNumber } from "@wordloom/terminal";
import { updatePages } from "../pages/pages.ts";
import { mergingText } from "./merging-report.ts";
import { mergingSession } from "./merging-session.ts";

/** Adds `merging` to the benchmarks. */
export function mergingCommand(bench: ReturnType<typeof command>): void {
  bench
    .command("merging")
    .description("what each rule that merges the lanes costs in accuracy")
    .option("--corpus <name>", "wikipedia, ptb or a text file", "wikipedia")
    .option("--tokens <n>", "use only the first n tokens of the corpus", wholeNumber({ atLeast: 1000 }), 6_000_000)
    .option("--seed <n>", "the seed of all runs", wholeNumber(), 1)
    .option("--epochs <n>", "times through the corpus", wholeNumber(), 5)
    .option("--threads <n>", "threads; the result does not depend on them", wholeNumber({ atMost: 64 }), 2)
    .option("--fresh", "forget the saved runs")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nEach run is saved in bench/results when it ends; the same command goes on from there.")
    .action(async ({ seed, epochs, json, fresh = false, ...options }: TypedOptions) => {
      const settings = { dimension: 100, window: 5, negatives: 5, subsample: 1e-3, minCount: 5, epochs, seed };
      const result = await mergingSession({ ...options, fresh, settings });
      report(["runs are in bench/results/merging.json", ...(await updatePages())].join(", "));
      print(json === true ? JSON.stringify(result, null, 2) : mergingText(result));
    });
}

interface TypedOptions {
  readonly corpus: string;
  readonly tokens: number;
  readonly seed: number;
  readonly epochs: number;
  readonly threads: number;
  readonly fresh?: boolean;
  readonly json?: boolean;
}
