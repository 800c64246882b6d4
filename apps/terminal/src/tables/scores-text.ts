import type { AnalogyEvaluation, AnalogyScore, Bootstrap, Interval, WordPairEvaluation } from "@wordloom/evaluation";
import { fixed, percent, whole } from "../text/figures.js";
import { printableWord } from "../text/printable.js";
import { sentence, wrapped } from "../text/wrapped.js";
import { textTable } from "./text-table.js";

/** The options of the tables of scores. */
export interface ScoresTextOptions {
  /** Whether to list the words that are not in the vocabulary. */
  readonly unknownWords?: boolean;
}

/**
 * Sets scores of analogies as a table, with a row for each section, for groups and for totals. Sentences below it say the
 * coverage, the protocol and how intervals were made.
 *
 * @param width - columns of the terminal; 80 are enough. To fit fewer, names of sections are cut and columns left out.
 */
export function analogyScoresText(
  evaluation: AnalogyEvaluation,
  width: number,
  { unknownWords = false }: ScoresTextOptions = {},
): string {
  const { total, semantic, syntactic, groups, sections, protocol, rows, unknown, bootstrap } = evaluation;
  const row = (name: string, { correct, asked, questions, accuracy, interval }: AnalogyScore) => [
    name,
    whole(correct),
    whole(asked),
    whole(questions),
    percent(accuracy, 2),
    ...(bootstrap === null ? [] : [percentInterval(interval)]),
  ];
  const named = (name: string, score: AnalogyScore | null) => (score === null ? [] : [row(name, score)]);
  const columns = ["section", "correct", "asked", "questions", "accuracy"];
  const table = [
    bootstrap === null ? columns : [...columns, intervalTitle(bootstrap)],
    ...sections.map((section) => row(section.name, section)),
    [],
    ...groups.map((group) => row(group.name, group)),
    ...(groups.length === 0 ? [] : [[]]),
    ...named("semantic", semantic),
    ...named("syntactic", syntactic),
    row("total", total),
  ];
  const counted = unknown === "skip" ? "were left out" : "count as wrong";
  const what = bootstrap?.unit === "pairs" ? "pairs of words" : "questions";
  return parts([
    // In a narrow terminal these columns go first: questions, correct, asked, interval. The accuracy stays.
    textTable(table, width, [3, 1, 2, 5]),
    coverageText(total.known, total.questions, "questions", counted, width),
    sentence(`Protocol: ${protocol}, on ${whole(rows)} rows.`, width),
    bootstrap === null ? "" : intervalText(bootstrap, what, width),
    bootstrap !== null && hasExact([...sections, total]) ? sentence(EXACT, width) : "",
    unknownWords ? unknownText(evaluation.unknownWords, width) : "",
  ]);
}

/**
 * Sets scores of word pairs as a table, with a row for each test set. Sentences below it say the coverage and how intervals
 * were made.
 *
 * @param width - columns of the terminal; 80 are enough. To fit fewer, names of test sets are cut and columns left out.
 */
export function wordPairScoresText(
  sets: readonly (WordPairEvaluation & { readonly name: string })[],
  width: number,
  { unknownWords = false }: ScoresTextOptions = {},
): string {
  const bootstrap = sets.find((set) => set.bootstrap !== null)?.bootstrap ?? null;
  const columns = ["word pairs", "Spearman", "Pearson", "used", "pairs"];
  const rows = sets.map((set) => [
    set.name,
    fixed(set.spearman, 4),
    ...(bootstrap === null ? [] : [decimalInterval(set.spearmanInterval)]),
    fixed(set.pearson, 4),
    whole(set.used),
    whole(set.pairs),
  ]);
  const used = sets.reduce((sum, set) => sum + set.used, 0);
  const pairs = sets.reduce((sum, set) => sum + set.pairs, 0);
  const counted = sets.every(({ unknown }) => unknown === "skip") ? "were left out" : "count as similar by 0";
  return parts([
    textTable(
      [bootstrap === null ? columns : columns.toSpliced(2, 0, intervalTitle(bootstrap)), ...rows],
      width,
      bootstrap === null ? [4, 2, 3] : [5, 3, 4, 2],
    ),
    coverageText(used, pairs, "pairs", counted, width),
    bootstrap === null ? "" : intervalText(bootstrap, "pairs", width),
    unknownWords ? unknownText([...new Set(sets.flatMap((set) => set.unknownWords))], width) : "",
  ]);
}

const EXACT = "If none or all are right, the interval is exact, after Clopper and Pearson.";

function hasExact(scores: readonly AnalogyScore[]): boolean {
  return scores.some(({ correct, asked }) => asked > 0 && (correct === 0 || correct === asked));
}

/** Titles the column of intervals: `95 % interval`. */
export function intervalTitle({ confidence }: Bootstrap): string {
  return `${Number((100 * confidence).toFixed(2))} % interval`;
}

/** Says how intervals were made. */
export function intervalText({ resamples }: Bootstrap, what: string, width: number): string {
  return sentence(`Intervals: percentiles of ${whole(resamples)} bootstrap resamples of ${what}.`, width);
}

/** Writes an interval in per cent; a dash if there is none. */
export function percentInterval(interval: Interval | null): string {
  return interval === null ? "–" : `[${(100 * interval.low).toFixed(2)}, ${(100 * interval.high).toFixed(2)}]`;
}

/** Writes an interval in decimals; a dash if there is none. */
export function decimalInterval(interval: Interval | null): string {
  return interval === null ? "–" : `[${fixed(interval.low, 4)}, ${fixed(interval.high, 4)}]`;
}

function coverageText(used: number, all: number, things: string, counted: string, width: number): string {
  if (used === all) return sentence(`Coverage: all ${whole(all)} ${things}.`, width);
  const share = sentence(`Coverage: ${whole(used)} of ${whole(all)} ${things} (${percent(used / all, 2)}).`, width);
  return `${share}\n${sentence(`The others have a word outside the vocabulary and ${counted}.`, width)}`;
}

function unknownText(words: readonly string[], width: number): string {
  if (words.length === 0) return "";
  return `${sentence(`Words outside the vocabulary (${whole(words.length)}):`, width)}\n${wrapped(words.map(printableWord), width)}`;
}

function parts([table, ...notes]: readonly string[]): string {
  return [table, "", ...notes.filter((note) => note !== "")].join("\n");
}
