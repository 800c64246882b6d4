/** Options of all parsers of test sets. */
export interface ParseOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
}
