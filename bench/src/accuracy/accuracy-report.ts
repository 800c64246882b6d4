import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { meanAndSpread } from "../statistics/mean-and-spread.ts";
import { ablationCase, comparison, gradients } from "./accuracy-plan.ts";
import { type AccuracyRecord, type AccuracyResult, bestRate, recordsOf } from "./accuracy-result.ts";

/** For a terminal. */
export function accuracyText(result: AccuracyResult): string {
  return [
    ...accuracyConditions(result),
    "",
    textTable(comparisonTable(result)),
    "",
    "CBOW's gradient of the context rows: true, or word2vec's, which leaves out 1/n",
    textTable(ablationTable(result)),
    ...edgeRemarks(result),
  ].join("\n");
}

/** The parts of a page. */
export function accuracySections(result: AccuracyResult): Record<string, string> {
  return {
    conditions: accuracyConditions(result)
      .map((line) => `- ${line}`)
      .join("\n"),
    comparison: markdownTable(comparisonTable(result)),
    ablation: [markdownTable(ablationTable(result)), ...edgeRemarks(result)].join("\n\n"),
  };
}

function accuracyConditions({ machine, versions, corpus, settings, seeds, records }: AccuracyResult): string[] {
  const { dimension, window, negatives, subsample, minCount, epochs } = settings;
  const gensim = versions["gensim-sentences"];
  const accuracy = records[0]?.accuracy;
  return [
    machineText(machine),
    ...(gensim === undefined ? [] : [`gensim ${gensim}`]),
    `${corpus.name}: ${grouped(corpus.tokens)} tokens, ${grouped(corpus.words)} words (min-count ${minCount})`,
    `D ${dimension}, window ${window} shrinking, K ${negatives}, sample ${subsample}, ${epochs} epochs`,
    `seeds ${seeds.join(", ")}: mean ± standard deviation; one number is of one seed`,
    ...(accuracy === undefined
      ? []
      : [
          `analogies: Google's, % right among the 30,000 commonest words, ${grouped(accuracy.asked)} asked; sem/syn: its parts`,
          `WS-353: Spearman's rank correlation, ${accuracy.pairs} pairs`,
        ]),
  ];
}

const scoreHeading = ["analogies", "sem/syn", "WS-353", "runs"] as const;

function comparisonTable(result: AccuracyResult): Table {
  return {
    heading: ["model", "program", "rate", ...scoreHeading],
    left: ["model", "program"],
    rows: comparison.map((each) => [
      each.model,
      each.program.replace("-sentences", ""),
      String(each.learningRate ?? "default"),
      ...scoreCells(recordsOf(result, each)),
    ]),
  };
}

function ablationTable(result: AccuracyResult): Table {
  return {
    heading: ["gradient", "rate", ...scoreHeading],
    left: ["gradient"],
    rows: gradients.flatMap((gradient) => {
      const best = bestRate(result, gradient);
      return result.grid[gradient].map((rate) => [
        rate === best ? `${gradient}, best` : gradient,
        String(rate),
        ...scoreCells(recordsOf(result, ablationCase(gradient, rate))),
      ]);
    }),
  };
}

/** A best rate at an end of its grid may have a better one beyond it. */
function edgeRemarks(result: AccuracyResult): string[] {
  return gradients.flatMap((gradient) => {
    const rates = result.grid[gradient];
    const best = bestRate(result, gradient);
    const isInside = best === undefined || (best > Math.min(...rates) && best < Math.max(...rates));
    return isInside
      ? []
      : [`The best rate of ${gradient} is at an end of its grid; --rates-${gradient} makes it wider.`];
  });
}

function scoreCells(records: readonly AccuracyRecord[]): string[] {
  const percent = (name: "analogies" | "semantic" | "syntactic"): string =>
    meanText(records, ({ accuracy }) => (accuracy[name] === null ? null : 100 * accuracy[name]), 1);
  const mean = (text: string): string => text.replace(/ ±.*/, "");
  return [
    percent("analogies"),
    `${mean(percent("semantic"))}/${mean(percent("syntactic"))}`,
    meanText(records, ({ accuracy }) => accuracy.wordPairs, 3),
    String(records.length),
  ];
}

function meanText(
  records: readonly AccuracyRecord[],
  score: (record: AccuracyRecord) => number | null,
  digits: number,
): string {
  const scores = records.map(score).filter((each) => each !== null);
  if (scores.length === 0) return "–";
  const { mean, spread } = meanAndSpread(scores);
  return spread === null ? mean.toFixed(digits) : `${mean.toFixed(digits)} ± ${spread.toFixed(digits)}`;
}
