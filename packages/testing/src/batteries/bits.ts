import { isKind } from "../arrays/is-kind.js";

/** Writes numbers and structure of plain data as text: equal only where every bit is, but for those of NaN. */
export function bitsOf(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isNumbers(value)) return `${value.constructor.name}[${Array.from(value, bitsOf).join()}]`;
  const entries = Object.entries(value).filter(([, entry]) => typeof entry !== "function");
  return `{${entries.map(([key, entry]) => `${key}:${bitsOf(entry)}`).join()}}`;
}

function isNumbers(value: object): value is Float64Array {
  return ArrayBuffer.isView(value) && !isKind(value, "DataView");
}
