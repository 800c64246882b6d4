import { whole } from "@wordloom/terminal";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import type { PhrasesResult, PhrasesRow } from "./phrases-result.ts";

/** For a terminal. */
export function phrasesText(result: PhrasesResult): string {
  return [textTable(phrasesTable(result)), "", ...lines(result)].join("\n");
}

/** The parts of a page. */
export function phrasesSections(result: PhrasesResult): Record<string, string> {
  return {
    files: markdownTable(phrasesTable(result)),
    conditions: lines(result)
      .map((line) => `- ${line}`)
      .join("\n"),
  };
}

function phrasesTable({ rows }: PhrasesResult): Table {
  const heading = [
    "files",
    "as written by",
    "read",
    "files read",
    "right",
    "refused",
    "wrong, with a note",
    "wrong, in silence",
  ];
  const order = ({ files, isLimited, dialect }: PhrasesRow) => `${files} ${isLimited} ${dialect}`;
  return {
    heading,
    left: ["files", "as written by", "read"],
    rows: rows
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ files, dialect, isLimited, counts }) => {
        const refused = counts.refused + counts["refused by name"];
        const all = counts.right + refused + counts["wrong, noted"] + counts.wrong;
        const numbers = [all, counts.right, refused, counts["wrong, noted"], counts.wrong];
        const name = files === "sound" ? "sound" : "with phrases";
        return [name, dialect, isLimited ? "first rows" : "whole", ...numbers.map(whole)];
      }),
  };
}

function lines({ files, seed, rows, amiss }: PhrasesResult): string[] {
  const notes = new Map<string, number>();
  for (const row of rows)
    for (const [kind, count] of Object.entries(row.notes)) notes.set(kind, (notes.get(kind) ?? 0) + count);
  const noted = rows.reduce((sum, { counts }) => sum + counts["wrong, noted"], 0);
  const named = rows.reduce((sum, { counts }) => sum + counts["refused by name"], 0);
  const refused = rows.reduce((sum, { counts }) => sum + counts.refused, 0) + named;
  const kinds = [...notes].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `\`${kind}\` ${count}`);
  return [
    `${whole(files)} files with phrases and as many without, from seed ${seed}`,
    `${whole(named)} of ${whole(refused)} refusals ask for a space or a newline in a word`,
    `notes of the ${noted} readings that were wrong: ${kinds.join(", ") || "none"}`,
    ...(amiss.length === 0
      ? []
      : [`seeds of files wrong in silence, or refused though sound: ${amiss.slice(0, 20).join(", ")}`]),
  ];
}
