import { type command, print, report, wholeNumber } from "@wordloom/terminal";
import { updatePages } from "../pages/pages.ts";
import { saveResult } from "../results/results.ts";
import { phrasesText } from "./phrases-report.ts";
import { phrasesResult } from "./phrases-result.ts";

/** Adds `phrases` to the benchmarks. */
export function phrasesCommand(bench: ReturnType<typeof command>): void {
  bench
    .command("phrases")
    .description("made-up binary files with and without spaces in their words: which are read, and how")
    .option("--files <n>", "files with spaces, and as many without", wholeNumber({ atMost: 1_000_000 }), 10_000)
    .option("--seed <n>", "the seed of the first file", wholeNumber({ atLeast: 0 }), 1)
    .option("--save", "keep the result in bench/results and write its table into docs")
    .option("--json", "print one JSON object")
    .action(async ({ files, seed, save, json }: { files: number; seed: number; save?: boolean; json?: boolean }) => {
      const result = phrasesResult(files, seed, report);
      if (save === true) {
        await saveResult("phrases", result);
        report(["saved bench/results/phrases.json", ...(await updatePages())].join(" "));
      }
      print(json === true ? JSON.stringify(result, null, 2) : phrasesText(result));
    });
}
