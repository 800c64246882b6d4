/** Messages of one reader about one file. */
export function fileError(reader: string, source: string | undefined): (message: string) => Error {
  return (message) => new Error(`${reader}: ${message}${source === undefined ? "" : ` (${source})`}`);
}
