/** Writes a value for a message, text in quotes: `"0.1"`, from a file of settings, is not 0.1. */
export function shownValue(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
