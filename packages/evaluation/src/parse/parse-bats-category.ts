import { checkOptions, fileError } from "@wordloom/arguments";
import type { AnalogyKind } from "./parse-analogies.js";
import type { ParseOptions } from "./parse-options.js";
import { plainText } from "./plain-text.js";

/** A word and what is right for it, the most usual first. */
export interface BatsPair {
  readonly word: string;
  readonly answers: readonly string[];
}

/** Pairs of words in one relation. */
export interface BatsCategory {
  /** As its file is called: `I01 [noun - plural_reg]`. */
  readonly name: string;
  readonly group: string | null;
  /** Morphology counts as syntactic. */
  readonly kind: AnalogyKind | null;
  readonly pairs: readonly BatsPair[];
}

const GROUPS: ReadonlyMap<string, { readonly group: string; readonly kind: AnalogyKind }> = new Map([
  ["I", { group: "Inflectional morphology", kind: "syntactic" }],
  ["D", { group: "Derivational morphology", kind: "syntactic" }],
  ["E", { group: "Encyclopedic semantics", kind: "semantic" }],
  ["L", { group: "Lexicographic semantics", kind: "semantic" }],
]);

/**
 * The pairs of one file of the Bigger Analogy Test Set: lines of a word, a tab, and answers parted by `/`.
 *
 * Vecto's other files are the same; in one without any tab blanks stand for them. Empty answers (some lines end in `/`),
 * answers that come twice, empty lines, CRLF and a missing last newline are read; all else is an error.
 *
 * @param name - of the category, as its file is called but for `.txt`; the letter before its number tells its group
 * @throws Error for another line, with its number, for a word that comes twice, and for a file with fewer than two pairs
 * @see Gladkova, Drozd and Matsuoka 2016, https://aclanthology.org/N16-2002
 *
 * @example
 * parseBatsCategory("ape\tbaby/infant\nbear\tcub\n", "E06 [animal - young]").pairs
 * // [{ word: "ape", answers: ["baby", "infant"] }, { word: "bear", answers: ["cub"] }]
 */
export function parseBatsCategory(text: string, name: string, options: ParseOptions = {}): BatsCategory {
  checkOptions("parseBatsCategory", options, { source: true });
  const { source } = options;
  const error = fileError("parseBatsCategory", source);
  const pairs: BatsPair[] = [];
  const lineOf = new Map<string, number>();
  const plain = plainText("parseBatsCategory", text);
  const separator = plain.includes("\t") ? "\t" : / +/;
  for (const [index, line] of plain.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const place = `line ${index + 1}`;
    const cells = (separator === "\t" ? line : line.trim()).split(separator).map((cell) => cell.trim());
    const [word, list = ""] = cells;
    const answers = [...new Set(list.split("/").map((answer) => answer.trim()))].filter((answer) => answer !== "");
    if (cells.length !== 2 || word === "" || answers.length === 0) {
      throw error(`${place} is ${JSON.stringify(line.slice(0, 60))}, not a word, a tab and answers parted by "/"`);
    }
    const before = lineOf.get(word);
    if (before !== undefined) throw error(`${place} has the word of line ${before}, ${JSON.stringify(word)}`);
    lineOf.set(word, index + 1);
    pairs.push({ word, answers });
  }
  if (pairs.length < 2) throw error(`a question takes two pairs; the number of pairs is ${pairs.length}`);
  const letter = /^([A-Z])\d/.exec(name)?.[1] ?? "";
  return { name, ...(GROUPS.get(letter) ?? { group: null, kind: null }), pairs };
}
