import type { AnalogyComparison, AnalogyDifference, WordPairComparison } from "@wordloom/evaluation";
import { fixed, percent, whole } from "../text/figures.js";
import { sentence } from "../text/wrapped.js";
import { decimalInterval, intervalText, intervalTitle, percentInterval } from "./scores-text.js";
import { textTable } from "./text-table.js";

/**
 * Sets the analogy scores of two vectors side by side as a table, with a row for each section, for groups and for totals.
 * Differences are in percentage points.
 *
 * @param width - columns of the terminal; 80 are enough. To fit fewer, names of sections are cut and columns left out.
 */
export function analogyComparisonText(comparison: AnalogyComparison, width: number): string {
  const { total, semantic, syntactic, groups, sections, protocol, bootstrap } = comparison;
  const row = (name: string, { a, b, difference, interval, p }: AnalogyDifference) => [
    name,
    percent(a, 2),
    percent(b, 2),
    difference === null ? "–" : signed(100 * difference, 2),
    percentInterval(interval),
    difference === null ? "–" : p < 0.0001 ? "<0.0001" : p.toFixed(4),
  ];
  const named = (name: string, score: AnalogyDifference | null) => (score === null ? [] : [row(name, score)]);
  const table = [
    ["section", "A", "B", "A − B", intervalTitle(bootstrap), "p"],
    ...sections.map((section) => row(section.name, section)),
    [],
    ...groups.map((group) => row(group.name, group)),
    ...(groups.length === 0 ? [] : [[]]),
    ...named("semantic", semantic),
    ...named("syntactic", syntactic),
    row("total", total),
  ];
  const what = bootstrap.unit === "pairs" ? "pairs of words" : "questions";
  const only = `A alone is right on ${whole(total.onlyA)}, B alone on ${whole(total.onlyB)}`;
  return [
    textTable(table, width, [5, 2, 1, 4]),
    "",
    sentence(`Compared on ${whole(total.asked)} of ${whole(total.questions)} questions; ${only}.`, width),
    sentence(`Protocol: ${protocol}. p: McNemar's exact test, which treats questions as independent.`, width),
    intervalText(bootstrap, what, width),
  ].join("\n");
}

/**
 * Sets the rank correlations of two vectors side by side as a table, with a row for each test set.
 *
 * @param width - columns of the terminal; 80 are enough. To fit fewer, names of test sets are cut and columns left out.
 */
export function wordPairComparisonText(
  sets: readonly (WordPairComparison & { readonly name: string })[],
  width: number,
): string {
  const rows = sets.map(({ name, spearman: { a, b, difference, interval }, used, pairs }) => [
    name,
    fixed(a, 4),
    fixed(b, 4),
    difference === null ? "–" : signed(difference, 4),
    decimalInterval(interval),
    whole(used),
    whole(pairs),
  ]);
  const title = sets.length === 0 ? "interval" : intervalTitle(sets[0].bootstrap);
  const notes = ["Spearman's rank correlation, on the pairs that count for both."];
  return [
    textTable([["word pairs", "A", "B", "A − B", title, "used", "pairs"], ...rows], width, [6, 5, 2, 1, 4]),
    "",
    ...notes.map((note) => sentence(note, width)),
    ...sets.slice(0, 1).map(({ bootstrap }) => intervalText(bootstrap, "pairs", width)),
  ].join("\n");
}

function signed(value: number, digits: number): string {
  return `${value >= 0 ? "+" : ""}${value.toFixed(digits)}`;
}
