import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { laneCases, type MergingRun, oneLane, rulePairs } from "./merging-plan.ts";
import { type MergingResult, recordOf } from "./merging-result.ts";

/** For a terminal. */
export function mergingText(result: MergingResult): string {
  return [...mergingConditions(result), "", textTable(mergingTable(result))].join("\n");
}

/** The parts of a page. */
export function mergingSections(result: MergingResult): Record<string, string> {
  return {
    conditions: mergingConditions(result)
      .map((line) => `- ${line}`)
      .join("\n"),
    rules: markdownTable(mergingTable(result)),
  };
}

function mergingConditions({ machine, corpus, settings }: MergingResult): string[] {
  const { dimension, window, negatives, subsample, minCount, epochs, seed } = settings;
  return [
    machineText(machine),
    `${corpus.name}: the first ${grouped(corpus.tokens)} tokens, ${grouped(corpus.words)} words (min-count ${minCount})`,
    `D ${dimension}, window ${window} shrinking, K ${negatives}, sample ${subsample}, ${epochs} epochs, seed ${seed}; rates and pools by default`,
    "Google's analogies among the 30,000 commonest words, % right / Spearman's rank correlation with WS-353",
  ];
}

function mergingTable(result: MergingResult): Table {
  return {
    heading: ["input", "output", ...laneCases.map(({ model, lanes, laneWords }) => `${model} ${lanes} × ${laneWords}`)],
    left: ["input", "output"],
    rows: [
      [
        "one lane",
        "",
        ...laneCases.map(({ model }) =>
          cell(
            result,
            oneLane.find((each) => each.model === model),
          ),
        ),
      ],
      ...rulePairs.map((pair) => [
        pair.mergeInput,
        pair.mergeOutput,
        ...laneCases.map((lanes) => cell(result, { ...lanes, ...pair })),
      ]),
    ],
  };
}

function cell(result: MergingResult, run: MergingRun | undefined): string {
  const record = run && recordOf(result, run);
  if (record === undefined) return "–";
  if (record.accuracy === null) return "diverged";
  const { analogies, wordPairs } = record.accuracy;
  return `${(100 * (analogies ?? 0)).toFixed(1)} / ${wordPairs?.toFixed(3) ?? "–"}`;
}
