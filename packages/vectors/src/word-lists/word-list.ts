import type { DecodeOptions } from "../reading/decode-options.js";

/** The words of a table whose file holds only numbers, row by row, and how often each occurred, where that is known. */
export interface WordList {
  readonly words: readonly string[];
  readonly counts?: ArrayLike<number>;
}

/** How a list is read; without any of it, as its lines say. */
export interface WordListOptions extends Pick<DecodeOptions, "source" | "onNote"> {
  /** Rows of the table, where they are known: they can prove whether line 1 has the names of columns. */
  readonly rows?: number;
  /** Whether line 1 has the names of columns. */
  readonly header?: boolean;
  /** Which column has the words, the first being 1; or `"line"` if each line is a word, with all that is in it. */
  readonly column?: number | "line";
}
