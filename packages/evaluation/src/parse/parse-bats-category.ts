import { checkOptions, fileError } from "@wordloom/arguments";
import type { AnalogyKind } from "./parse-analogies.js";
import type { ParseOptions } from "./parse-options.js";
import { plainText } from "./plain-text.js";

/** A word and its right answers, the most usual first. */
export interface BatsPair {
  readonly word: string;
  readonly answers: readonly string[];
}

/** Pairs of words in one relation, as one file of the Bigger Analogy Test Set has them. */
export interface BatsCategory {
  /** The name of the file: `I01 [noun - plural_reg]`. */
  readonly name: string;
  /** The group of the relation, such as `"Inflectional morphology"`; null if the name does not say. */
  readonly group: string | null;
  /** Morphology is syntactic, semantics is semantic; null if the name does not say. */
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
 * Reads the pairs of one file of the Bigger Analogy Test Set: lines of a word, a tab, and answers with `/` between them.
 *
 * Vecto's other files have the same form. In a file without any tab, spaces stand for it. Empty answers, answers that come
 * twice, empty lines, CRLF and a missing last newline are allowed.
 *
 * @param name - the name of the file without `.txt`; the letter before its number tells the group
 * @throws Error if another line is not a pair or repeats a word, with its number, or the file has fewer than two pairs
 * @throws TypeError if `text` is not a string, or an option does not exist
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
