import { shortened } from "../text/display-width.js";
import { printable } from "../text/printable.js";

/**
 * Shows a line on stderr that the next `status` or `report` replaces: a progress bar, time left. Says nothing
 * where stderr is not a terminal, so that logs hold no half lines; `status("")` takes the line away.
 */
export function status(text: string): void {
  if (!process.stderr.isTTY) return;
  // A line as wide as the terminal would wrap, and only its last part could be erased.
  process.stderr.write(`${eraseLine()}${shortened(printable(text), (process.stderr.columns || 80) - 1)}`);
}

export function eraseLine(): string {
  return process.stderr.isTTY ? "\r\u001b[K" : "";
}
