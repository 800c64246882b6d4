import { shortened } from "../text/display-width.js";
import { printable } from "../text/printable.js";

/**
 * Shows a line on stderr that the next `status` or `report` replaces, such as progress. Shows nothing if stderr is not a
 * terminal, so logs have no half lines. `status("")` removes the line.
 */
export function status(text: string): void {
  if (!process.stderr.isTTY) return;
  // A line as wide as the terminal would wrap; then only its last part could be erased.
  process.stderr.write(`${eraseLine()}${shortened(printable(text), (process.stderr.columns || 80) - 1)}`);
}

/** The characters that erase the line on stderr; none if stderr is not a terminal. */
export function eraseLine(): string {
  return process.stderr.isTTY ? "\r\u001b[K" : "";
}
