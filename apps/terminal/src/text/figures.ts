/** Writes a whole number with commas: `1,234`. */
export function whole(count: number): string {
  return count.toLocaleString("en-US");
}

/** Writes a number and what it counts: `1 token`, `1,234 tokens`. */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Writes a share as `16.9 %`; a dash for null. */
export function percent(share: number | null, digits = 1): string {
  return share === null ? "–" : `${fixed(100 * share, digits)} %`;
}

/** Writes a number with a number of decimals: `0.4830`; a dash for null. */
export function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}
