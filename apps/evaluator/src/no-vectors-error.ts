const NO_VECTORS =
  /^decodeVectors: the file has (?<what>.+, no vectors(?:; the vectors beside it are in .+?)?)(?<way>; format "glove" .+?)? \(/;

/**
 * The error for a list of words with counts, classes or ids, as a run's `vocabulary.tsv` is, with the option of the
 * command line that takes it for vectors of one number; any other error as it is.
 */
export function noVectorsError(file: string, error: unknown): unknown {
  const { what, way } = (error instanceof Error && NO_VECTORS.exec(error.message)?.groups) || {};
  if (what === undefined) return error;
  return new Error(`${file} has ${what}${way === undefined ? "" : " (--from glove takes it for vectors)"}`);
}
