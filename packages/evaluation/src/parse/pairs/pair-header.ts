import type { TableRow } from "../table-rows.js";
import { isMissing, isNumber } from "./pair-cells.js";

/** The names of columns, if the first row has any. */
export interface PairHeader {
  readonly hasHeader: boolean;
  /** By column; none where they can't be matched with the columns of the rows. */
  readonly names: readonly string[];
  /** The columns of the two words, if names tell. */
  readonly words: readonly [number, number] | undefined;
}

/** In the order in which they count. */
export const SCORE_NAMES: readonly RegExp[] = [
  /^(score|gold|simlex-?(999)?|human.*|(mean|average|avg|similarity|sim|relatedness|gold|word|pair)[ _.-]?(score|rating|similarity|sim)s?)$/i,
  /^(mean|average|avg|rating|similarity|sim|relatedness|rel|association)$/i,
];
const INDEX_NAME = /^(|#|unnamed: ?\d+|index|idx|id|nr|no|number|row|rank|(pair|item|row)[ _-]?(id|no|nr|number))\.?$/i;
const WORD_STEM = /^(word|w|term|t|token|lemma|noun|verb|adjective|adj|item|concept|entity|phrase|form|wort|mot)$/;
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ["first", "second"],
  ["first word", "second word"],
  ["source", "target"],
  ["left", "right"],
  ["cue", "target"],
  ["target", "relatum"],
  ["word", "other"],
];

export function isIndexName(name: string | undefined): boolean {
  return name !== undefined && INDEX_NAME.test(name.trim());
}

/**
 * Whether the first row has names, and what they tell: `word1` and `word2`, `Wort A` and `Wort B`, `score`. A row whose
 * score is `NA` has no names; one without any number, where the others have one, has.
 *
 * @param width - columns of the rows; a header may leave out that of the index, as R's does
 * @throws Error for names of which two pairs could be the words
 */
export function pairHeader(
  rows: readonly TableRow[],
  width: number,
  isNumeric: readonly boolean[],
  error: (message: string) => Error,
): PairHeader {
  const none = { hasHeader: false, names: [], words: undefined };
  if (rows.length < 2) return none;
  const head = rows[0].cells;
  const names = head.length === width ? head : head.length === width - 1 ? ["", ...head] : [];
  const numeric = [...isNumeric.keys()].filter((column) => isNumeric[column]);
  const isValueless = (cell: string | undefined) => isMissing(cell) && cell !== "";
  const unnumbered = numeric.filter((column) => names[column] !== undefined && !isNumber(names[column]));
  if (unnumbered.length > 0 && !unnumbered.every((column) => isValueless(names[column]))) {
    const words = wordColumns(names, isNumeric, error);
    if (words || numeric.some((column) => SCORE_NAMES.some((name) => name.test(names[column] ?? "")))) {
      return { hasHeader: true, names, words };
    }
  }
  const hasHeader =
    head.length >= 3 && !head.some(isNumber) && numeric.some((column) => column > 1 && !isMissing(head[column]));
  return hasHeader ? { hasHeader, names: head.length === width ? head : [], words: undefined } : none;
}

function wordColumns(
  names: readonly string[],
  isNumeric: readonly boolean[],
  error: (message: string) => Error,
): readonly [number, number] | undefined {
  const plain = names.map((name) => name.trim().toLowerCase());
  for (const [first, second] of OTHER_NAMES) {
    const found = [plain.indexOf(first), plain.indexOf(second)] as const;
    if (!found.includes(-1)) return found;
  }
  const pairs = plain.flatMap((name, first) => {
    const [, stem, end] = /^(.*?)[ _.-]*(1|a|i|one)$/u.exec(name) ?? [];
    const other = { "1": "2", a: "b", i: "ii", one: "two" }[end ?? ""];
    const second = plain.findIndex((each) => other !== undefined && each === name.slice(0, -end.length) + other);
    return second < 0 ? [] : [{ stem, columns: [first, second] as const }];
  });
  const known = pairs.filter(({ stem }) => WORD_STEM.test(stem));
  // Raters may be called 1 and 2.
  const others = pairs.filter(({ columns }) => !columns.some((column) => isNumeric[column]));
  const [found, ...more] = known.length > 1 ? preferred(known) : known.length === 1 ? known : others;
  if (more.length > 0)
    throw error("the header names words twice; which columns are the two words? --pair-columns says it");
  return found?.columns;
}

function preferred<Pair extends { readonly stem: string }>(pairs: readonly Pair[]): readonly Pair[] {
  const words = pairs.filter(({ stem }) => stem === "word" || stem === "w");
  return words.length === 1 ? words : pairs;
}
