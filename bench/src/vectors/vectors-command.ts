import { type command, print, report, wholeNumber } from "@wordloom/terminal";
import { commaList } from "../comma-list.ts";
import { updatePages } from "../pages/pages.ts";
import { savedResult, saveResult } from "../results/results.ts";
import { fileForms } from "./reading-run.ts";
import { type TableSize, tableSize } from "./table-size.ts";
import { vectorsText } from "./vectors-report.ts";
import { type VectorsOptions, type VectorsResult, vectorsParts, vectorsResult } from "./vectors-result.ts";

/** Adds `vectors` to the benchmarks. */
export function vectorsCommand(bench: ReturnType<typeof command>): void {
  const tables = (text: string): TableSize[] => text.split(",").map((item) => tableSize(item.trim()));
  bench
    .command("vectors")
    .description("reading files and finding neighbours beside gensim, in turn; recall of the approximate index")
    .option("--parts <list>", `among ${vectorsParts.join(", ")}`, commaList({ among: vectorsParts }), vectorsParts)
    .option("--reading <list>", "tables to read, words by numbers", tables, tables("100000x100,100000x300"))
    .option("--large <list>", "tables to read only from binary files", tables, tables("400000x300"))
    .option(
      "--forms <list>",
      `forms of the files, among ${fileForms.join(", ")}`,
      commaList({ among: fileForms }),
      fileForms,
    )
    .option(
      "--queries <list>",
      "tables to find neighbours in",
      tables,
      tables("100000x100,400000x100,100000x300,400000x300"),
    )
    .option("--index <list>", "tables to build an index of", tables, tables("500000x100"))
    .option("--rounds <n>", "how often each is measured", wholeNumber({ atMost: 1000 }), 5)
    .option("--save", "keep the result in bench/results and write its tables into docs")
    .option("--json", "print one JSON object")
    .action(async ({ save, json, ...options }: VectorsOptions & { save?: boolean; json?: boolean }) => {
      const result = await vectorsResult(options, report);
      if (save === true) {
        // Parts that were not measured this time stay as they were.
        const before = (await savedResult("vectors")) as VectorsResult | undefined;
        await saveResult("vectors", { ...before, ...result });
        report(["saved bench/results/vectors.json", ...(await updatePages())].join(" "));
      }
      print(json === true ? JSON.stringify(result, null, 2) : vectorsText(result));
    });
}
