import { printable } from "../text/printable.js";
import { eraseLine } from "./status.js";

/** Writes a line about the work, not its result, to stderr. It replaces a {@link status}. */
export function report(text: string): void {
  process.stderr.write(`${eraseLine()}${printable(text)}\n`);
}
