// The benchmarks, by name: `pnpm bench NAME`. Without a name it lists them, then runs the first.
import { readFileSync } from "node:fs";
import { command, print, report, run, wrongUse } from "@wordloom/terminal";
import { accuracyCommand } from "./accuracy/accuracy-command.ts";
import { costCommand } from "./cost/cost-command.ts";
import { mergingCommand } from "./merging/merging-command.ts";
import { updatePages } from "./pages/pages.ts";
import { phrasesCommand } from "./phrases/phrases-command.ts";
import { scalingCommand } from "./scaling/scaling-command.ts";
import { speedCommand } from "./speed/speed-command.ts";
import { vectorsCommand } from "./vectors/vectors-command.ts";
import { vocabularySize } from "./vocabulary-size.ts";

const { description, version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const bench = command("bench", description, version);

bench
  .command("vocabulary", { isDefault: true })
  .description("what a training step costs as the vocabulary grows, one-hot and sampled (the default)")
  .option("--json", "print one JSON object")
  .allowExcessArguments()
  .action(({ json }: { json?: boolean }, { args, parent }: typeof bench) => {
    const names = bench.commands.map((each) => each.name()).join(", ");
    if (args.length > 0) throw wrongUse(`there is no benchmark "${args[0]}"; known are ${names}`);
    if (parent?.args[0] !== "vocabulary") report(`pnpm bench NAME: ${names}; without a name, vocabulary`);
    vocabularySize(json === true);
  });

speedCommand(bench);
costCommand(bench);
scalingCommand(bench);
accuracyCommand(bench);
mergingCommand(bench);
vectorsCommand(bench);
phrasesCommand(bench);

bench
  .command("pages")
  .description("write the saved results into the pages of docs")
  .action(async () => {
    const changed = await updatePages();
    print(changed.length === 0 ? "the pages say what the results say" : `written: ${changed.join(", ")}`);
  });

await run(bench);
