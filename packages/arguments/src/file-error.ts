/**
 * Makes the errors of one function about one file.
 *
 * @param caller - the function that reads the file
 * @param source - the name of the file, if it is known; it stands in brackets behind the message
 *
 * @example
 * fileError("readVectors", "a.txt")("line 3 has no numbers").message // "readVectors: line 3 has no numbers (a.txt)"
 */
export function fileError(caller: string, source: string | undefined): (message: string) => Error {
  return (message) => new Error(`${caller}: ${message}${source === undefined ? "" : ` (${source})`}`);
}
