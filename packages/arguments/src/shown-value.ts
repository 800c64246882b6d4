/**
 * Writes a value into a message as it was given, text in quotes: `"0.1"`, from a file of settings, is not 0.1.
 *
 * @example
 * shownValue(0.1) // 0.1
 * shownValue("0.1") // "0.1", with the quotes
 */
export function shownValue(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
