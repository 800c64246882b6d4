import { checkWhole } from "./check-whole.js";
import { givenKind } from "./given-kind.js";
import { rowOf } from "./indexed-vectors.js";
import { quoted } from "./quoted.js";
import type { WordVectors } from "./word-vectors.js";

/** The rows that can be answers. */
export interface RestrictedRows {
  /** No row from here on. */
  readonly end: number;
  /** `[end]`, 1 for those that can; all of them where this is missing. */
  readonly isIn?: Uint8Array;
  readonly count: number;
}

/**
 * @param restrict - the first so many rows, or words
 * @throws RangeError for a number that is not whole, or below 1, and for words outside the vocabulary
 */
export function restrictedRows(
  caller: string,
  vectors: Pick<WordVectors, "words" | "idOf">,
  restrict: number | readonly string[] | ReadonlySet<string> = vectors.words.length,
): RestrictedRows {
  if (typeof restrict === "number") {
    checkWhole(caller, "restrict", restrict, 1);
    const end = Math.min(restrict, vectors.words.length);
    return { end, count: end };
  }
  if (typeof restrict !== "object" || restrict === null || !(Symbol.iterator in restrict)) {
    throw new TypeError(
      `${caller}: restrict is ${givenKind(restrict)}; it is a number of rows, or a list or set of words`,
    );
  }
  const rows = new Set<number>();
  const unknown: string[] = [];
  let end = 0;
  for (const word of restrict) {
    const row = rowOf(vectors, word);
    if (row === undefined) {
      unknown.push(word);
      continue;
    }
    rows.add(row);
    end = Math.max(end, row + 1);
  }
  if (unknown.length > 0) throw unknownWords(caller, unknown);
  const isIn = new Uint8Array(end);
  for (const row of rows) isIn[row] = 1;
  return { end, isIn, count: rows.size };
}

const MOST_NAMED = 3;

function unknownWords(caller: string, words: readonly string[]): RangeError {
  const named = words.slice(0, MOST_NAMED).map((word) => quoted(String(word)));
  const more = words.length > MOST_NAMED ? ` and ${(words.length - MOST_NAMED).toLocaleString("en-US")} more` : "";
  return new RangeError(
    `${caller}: restrict names ${named.join(", ")}${more}, not in the vocabulary; ` +
      "those that are: words.filter((word) => rowOf(vectors, word) !== undefined)",
  );
}
