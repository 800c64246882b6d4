/** The fields of the kernels' `Graph` (src/assembly/graph.ts), four bytes each. A test holds the two lists together. */
export const graphFields = [
  "dimension",
  "rows",
  "M",
  "efConstruction",
  "entry",
  "codes",
  "factors",
  "levels",
  "links",
  "upperStarts",
  "upperLinks",
  "visits",
  "visit",
  "query",
  "queryFactor",
  "pool",
  "poolSize",
  "list",
  "listScores",
  "chosen",
  "passed",
  "base",
  "candidate",
  "rivals",
] as const;

export type GraphField = (typeof graphFields)[number];

/** Where a field is, from the address of the `Graph`. */
export function graphOffset(field: GraphField): number {
  return 4 * graphFields.indexOf(field);
}
