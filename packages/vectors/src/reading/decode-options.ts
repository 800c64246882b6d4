import type { OnNote } from "../messages/reading-note.js";
import type { Duplicates } from "../tables/partial-vectors.js";

export interface DecodeOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
  /** Read no more than the first rows; all if not given. */
  readonly limit?: number;
  /** `"refuse"` a file in which a word comes twice, or, as gensim does, `"skip"` it where it comes again. */
  readonly duplicates?: Duplicates;
  /**
   * `"refuse"` a binary file with a row that reads better as a word with a space in it, or with newlines behind some of its
   * rows, or `"accept"` it, and cut each word at its first space.
   */
  readonly unproven?: "accept" | "refuse";
  /** Called for each thing that the reader decided or left out; without it, nobody is told. */
  readonly onNote?: OnNote;
}

/** What the reader of a format is told. */
export interface FormatOptions extends DecodeOptions {
  /** The name of the tensor, in a safetensors file with several tables. */
  readonly tensor?: string;
  /** Whether the caller has named a list of words, which then comes before the words in the file. */
  readonly isListGiven?: boolean;
}

/** @throws RangeError for a limit that is none */
export function rowLimit(reader: string, limit: number | undefined): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new RangeError(
    `${reader}: limit is ${typeof limit === "string" ? JSON.stringify(limit) : limit}; a whole number of rows, at least 1, would be right`,
  );
}
