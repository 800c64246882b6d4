const NO_VECTORS =
  /^decodeVectors: the file has (?<what>.+, no vectors(?:; the vectors beside it are in .+?)?)(?<way>; \{ format: "glove" \} .+?)? \(/;

/**
 * The error for a list of words with counts, classes or ids, as a run's `vocabulary.tsv` is, with the option of the
 * command line that takes it for vectors of one number.
 *
 * @returns undefined for any other error
 */
export function noVectorsError(file: string, { message }: Error): Error | undefined {
  const { what, way } = NO_VECTORS.exec(message)?.groups ?? {};
  if (what === undefined) return undefined;
  return new Error(`${file} has ${what}${way === undefined ? "" : " (--from glove takes it for vectors)"}`);
}
