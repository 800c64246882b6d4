/** Rows spread over a table, the same each time. */
export function queriedRows(V: number, queries: number): number[] {
  return Array.from({ length: Math.min(queries, V) }, (_, i) => (i * 7919) % V);
}
