/**
 * What to ask and to advise where a file ends before its last row.
 *
 * @param rows - that are there as a whole
 */
export function cutOff(rows: number): string {
  return `was it cut off?${rows > 0 ? ` { limit: ${rows} } reads those that are there` : ""}`;
}
