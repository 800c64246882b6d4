import { printableLines } from "../text/printable.js";
import { paint } from "./paint.js";

/** What {@link paint} puts around text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colour is made of
const COLOUR = /(\u001b\[[\d;]*m)/;

/**
 * Writes a result, and a newline, to stdout. Characters that a terminal would obey are escaped, except line ends and, if the
 * terminal shows them, the colours of {@link paint}.
 */
export function print(text: string): void {
  const hasColours = paint("bold", " ") !== " ";
  const parts = hasColours ? text.split(COLOUR) : [text];
  process.stdout.write(`${parts.map((part, i) => (i % 2 === 0 ? printableLines(part) : part)).join("")}\n`);
}
