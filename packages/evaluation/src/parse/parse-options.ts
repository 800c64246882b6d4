/** How a text is parsed. */
export interface ParseOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
}
