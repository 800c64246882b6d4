import type { DecodeOptions } from "../reading/decode-options.js";

/** The words of a table, row by row, and how often each occurred, if that is known. */
export interface WordList {
  /** The word of each row. */
  readonly words: readonly string[];
  /** How often each word occurred. */
  readonly counts?: ArrayLike<number>;
}

/** Options of `decodeWordList`. Without them, the lines of the list say how it is read. */
export interface WordListOptions extends Pick<DecodeOptions, "source" | "onNote"> {
  /** How many rows the table has. They can prove whether line 1 has the names of columns. */
  readonly rows?: number;
  /** Whether line 1 has the names of columns. Default: found out. */
  readonly header?: boolean;
  /**
   * Which column has the words, the first being 1; or `"line"` if each line is a word, with all that is in it. Default:
   * found out.
   */
  readonly column?: number | "line";
}
