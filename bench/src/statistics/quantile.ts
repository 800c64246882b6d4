/** The value below which a share of some numbers lies, on straight lines between them. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.max(0, Math.floor(place));
  const above = sorted[Math.ceil(place)];
  return sorted[below] + (place - below) * (above - sorted[below]);
}
