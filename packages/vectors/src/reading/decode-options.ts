import type { OnNote } from "../messages/reading-note.js";
import type { Duplicates } from "../tables/partial-vectors.js";

/** Options of `decodeBinary` and `decodeText`, which all readers have. */
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

/** What a caller may tell the reader of a format. */
export interface GivenOptions extends DecodeOptions {
  /** The name of the tensor, in a safetensors file with several tables. */
  readonly tensor?: string;
  /** Whether the caller has named a list of words, which then comes before the words in the file. */
  readonly isListGiven?: boolean;
}

/** What the reader of a format is told: each option with its value. */
export interface FormatOptions {
  readonly source: string | undefined;
  /** Infinite without a limit. */
  readonly limit: number;
  readonly duplicates: Duplicates;
  readonly unproven: "accept" | "refuse";
  readonly onNote: OnNote | undefined;
  readonly tensor: string | undefined;
  readonly isListGiven: boolean;
}

/** The options of a caller, with the defaults of those that were not given. */
export function formatOptions({
  source,
  limit = Number.POSITIVE_INFINITY,
  duplicates = "refuse",
  unproven = "refuse",
  onNote,
  tensor,
  isListGiven = false,
}: GivenOptions): FormatOptions {
  return { source, limit, duplicates, unproven, onNote, tensor, isListGiven };
}
