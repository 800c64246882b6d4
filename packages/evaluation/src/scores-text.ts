import { displayWidth, fitted, printable } from "./display-width.js";
import type { AnalogyEvaluation, AnalogyScore } from "./evaluate-analogies.js";
import type { WordPairEvaluation } from "./evaluate-word-pairs.js";

const GAP = "  ";

/**
 * Scores of analogies as text: a row for each section, totals, and the coverage in words.
 *
 * @param width - columns of the terminal; names of sections are cut to fit
 */
export function analogyScoresText({ total, semantic, syntactic, sections }: AnalogyEvaluation, width: number): string {
  const row = (name: string, { correct, asked, questions, accuracy }: AnalogyScore) => [
    name,
    whole(correct),
    whole(asked),
    whole(questions),
    accuracy === null ? "–" : percent(accuracy),
  ];
  const totals: [string, AnalogyScore | null][] = [
    ["semantic", semantic],
    ["syntactic", syntactic],
    ["total", total],
  ];
  return [
    table(
      [
        ["section", "correct", "asked", "questions", "accuracy"],
        ...sections.map((section) => row(section.name, section)),
        [],
        ...totals.flatMap(([name, score]) => (score === null ? [] : [row(name, score)])),
      ],
      width,
    ),
    "",
    coverageText(total.asked, total.questions, "questions"),
  ].join("\n");
}

/**
 * Scores of word pairs as text: a row for each test set, and the coverage in words.
 *
 * @param width - columns of the terminal; names of test sets are cut to fit
 */
export function wordPairScoresText(sets: readonly (WordPairEvaluation & { name: string })[], width: number): string {
  const correlation = (value: number | null) => (value === null ? "–" : value.toFixed(4));
  const rows = sets.map(({ name, spearman, pearson, used, pairs }) => [
    name,
    correlation(spearman),
    correlation(pearson),
    whole(used),
    whole(pairs),
  ]);
  const used = sets.reduce((sum, set) => sum + set.used, 0);
  const pairs = sets.reduce((sum, set) => sum + set.pairs, 0);
  return [
    table([["word pairs", "Spearman", "Pearson", "used", "pairs"], ...rows], width),
    "",
    coverageText(used, pairs, "pairs"),
  ].join("\n");
}

function coverageText(used: number, all: number, things: string): string {
  if (used === all) return `Coverage: all ${whole(all)} ${things}.`;
  const share = `Coverage: ${whole(used)} of ${whole(all)} ${things} (${percent(used / all)}).`;
  return `${share}\nThe others have a word outside the vocabulary and were left out.`;
}

/** Names to the left, numbers to the right, and an empty row for an empty line. */
function table(rows: readonly (readonly string[])[], width: number): string {
  const [, ...widths] = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const names = rows.map(([name = ""]) => printable(name));
  const numbers = widths.reduce((sum, columns) => sum + GAP.length + columns, 0);
  const nameWidth = Math.max(1, Math.min(width - numbers, Math.max(...names.map(displayWidth))));
  return rows
    .map(([, ...cells], index) =>
      [fitted(names[index], nameWidth), ...cells.map((cell, column) => cell.padStart(widths[column]))]
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}

function whole(count: number): string {
  return count.toLocaleString("en-US");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
