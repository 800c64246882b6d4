import { shownValue } from "@wordloom/arguments";
import type { OnNote } from "../messages/reading-note.js";
import type { Duplicates } from "../tables/partial-vectors.js";

/** Options of {@link decodeBinary} and {@link decodeText}, which all readers have. */
export interface DecodeOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
  /** How many rows to read, the first ones. Default: all. */
  readonly limit?: number;
  /**
   * What to do with a word that comes again: `"refuse"` the file, or `"skip"` the later row, as gensim does. Default
   * `"refuse"`.
   */
  readonly duplicates?: Duplicates;
  /**
   * What to do with a binary file that does not prove itself sound, since a row reads better as a word with a space in
   * it, or only some rows have newlines behind them: `"refuse"` it, or `"accept"` it, and cut each word at its first
   * space. Default `"refuse"`.
   */
  readonly unproven?: "accept" | "refuse";
  /** Is called for each thing that the reader decided or left out. */
  readonly onNote?: OnNote;
}

/** What the reader of a format is told. */
export interface FormatOptions extends DecodeOptions {
  /** The name of the tensor, in a safetensors file with several tables. */
  readonly tensor?: string;
  /** Whether the caller has named a list of words, which then comes before the words in the file. */
  readonly isListGiven?: boolean;
}

/**
 * The number of rows to read, infinite without a limit.
 *
 * @throws RangeError if the limit is not a whole number of at least 1
 */
export function rowLimit(reader: string, limit: number | undefined): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new RangeError(`${reader}: limit is ${shownValue(limit)}; a whole number of rows, at least 1, would be right`);
}
