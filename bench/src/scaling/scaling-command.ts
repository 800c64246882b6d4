import { cpus } from "node:os";
import { type command, print, report, wholeNumber } from "@wordloom/terminal";
import { commaList } from "../comma-list.ts";
import { updatePages } from "../pages/pages.ts";
import { saveResult } from "../results/results.ts";
import { scalingText } from "./scaling-report.ts";
import { type ScalingOptions, scalingResult } from "./scaling-result.ts";

/** Adds `scaling` to the benchmarks. */
export function scalingCommand(bench: ReturnType<typeof command>): void {
  const models = ["cbow", "skip-gram"] as const;
  bench
    .command("scaling")
    .description("words a second on 1 to 64 cores, from a model fitted to what one thread and these cores do")
    .option("--models <list>", "cbow, skip-gram or both", commaList({ among: models }), models)
    .option("--rounds <n>", "how often each is measured", wholeNumber({ atMost: 1000 }), 3)
    .option("--milliseconds <n>", "that a measurement lasts", wholeNumber(), 1000)
    .option("--save", "keep the result in bench/results and write its tables into docs")
    .option("--json", "print one JSON object")
    .action(
      async ({ save, json, ...options }: Omit<ScalingOptions, "threads"> & { save?: boolean; json?: boolean }) => {
        const cores = cpus().length;
        if (cores < 2) throw new Error("scaling: this machine has one core; what threads cost each other needs two");
        const threads = [1, 2, 4].filter((count) => count <= cores);
        const result = await scalingResult({ ...options, threads }, report);
        if (save === true) {
          await saveResult("scaling", result);
          report(["saved bench/results/scaling.json", ...(await updatePages())].join(" "));
        }
        print(json === true ? JSON.stringify(result, null, 2) : scalingText(result));
      },
    );
}
