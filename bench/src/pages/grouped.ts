/** `1,234,568`: a whole number for people. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
