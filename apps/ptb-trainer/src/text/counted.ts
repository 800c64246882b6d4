/** Writes a whole number with commas: `1,234`. */
export function inWords(count: number): string {
  return count.toLocaleString("en");
}

/** Writes a number and what it counts: `1 token`, `1,234 tokens`. */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${noun}${count === 1 ? "" : "s"}`;
}
