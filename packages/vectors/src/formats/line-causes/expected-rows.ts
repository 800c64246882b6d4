/** What is known of the rows that lines should be. */
export interface ExpectedRows {
  /** Numbers of each, where that is known. */
  readonly D?: number;
  /** Rows in all, where a header says it. */
  readonly V?: number;
  /** The number of the first of the lines. */
  readonly line: number;
}
