export interface ParseOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
}

/** Messages of one parser about one file. */
export function fileError(parser: string, source: string | undefined): (message: string) => Error {
  return (message) => new Error(`${parser}: ${message}${source === undefined ? "" : ` (${source})`}`);
}
