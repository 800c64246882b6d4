const NO_VECTORS =
  /^decodeVectors: the file has (?<what>.+, no vectors(?:; the vectors beside it are in .+?)?)(?<way>; \{ format: "glove" \} .+?)? \(/;

/**
 * Rewrites the library's error about a file that is only a list of words with counts, classes or ids, such as the
 * `vocabulary.tsv` of a run. The message names the flag that reads it as vectors of one number.
 *
 * @returns undefined for any other error
 */
export function noVectorsError(file: string, { message }: Error): Error | undefined {
  const { what, way } = NO_VECTORS.exec(message)?.groups ?? {};
  if (what === undefined) return undefined;
  return new Error(`${file} has ${what}${way === undefined ? "" : " (--from glove reads it as vectors)"}`);
}
