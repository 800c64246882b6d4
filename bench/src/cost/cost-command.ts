import { type command, print, report, wholeNumber } from "@wordloom/terminal";
import { commaList } from "../comma-list.ts";
import { updatePages } from "../pages/pages.ts";
import { saveResult } from "../results/results.ts";
import { costText } from "./cost-report.ts";
import { type CostOptions, costResult } from "./cost-result.ts";

/** Adds `cost` to the benchmarks. */
export function costCommand(bench: ReturnType<typeof command>): void {
  const models = ["cbow", "skip-gram"] as const;
  bench
    .command("cost")
    .description("the engine's cost against dimension, vocabulary, negatives, window and threads; a roofline")
    .option("--models <list>", "cbow, skip-gram or both", commaList({ among: models }), models)
    .option("--threads <list>", "numbers of threads", commaList({ each: wholeNumber({ atMost: 64 }) }), [1, 2])
    .option("--rounds <n>", "how often each is measured", wholeNumber({ atMost: 1000 }), 3)
    .option("--milliseconds <n>", "how long a measurement lasts", wholeNumber(), 1000)
    .option("--save", "keep the result in bench/results and write its tables into docs")
    .option("--json", "print one JSON object")
    .action(async ({ save, json, ...options }: CostOptions & { save?: boolean; json?: boolean }) => {
      const result = await costResult(options, report);
      if (save === true) {
        await saveResult("cost", result);
        report(["saved bench/results/cost.json", ...(await updatePages())].join(" "));
      }
      print(json === true ? JSON.stringify(result, null, 2) : costText(result));
    });
}
