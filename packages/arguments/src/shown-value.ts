import { givenKind } from "./given-kind.js";

/**
 * Shows a value of any kind in one line of a message: a number as it is; a text in quotes, since `"0.1"` from a file of
 * settings is not 0.1; an object, a function or a symbol by its kind, as {@link givenKind} names it.
 *
 * @example
 * shownValue(0.1) // 0.1
 * shownValue("0.1") // "0.1", with the quotes
 * shownValue([0.1]) // an array
 */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return quotedText(value);
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : givenKind(value);
}

/** A text in quotes, as JSON has it, and in one line: JSON leaves the separators of Unicode as they are. */
export function quotedText(text: string): string {
  return JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, (separator) => {
    return `\\u${separator.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
