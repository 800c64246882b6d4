import { styleText } from "node:util";
import { printableLines } from "../text/printable.js";

/** A style of text, or several, by Node's names: `"bold"`, `"cyan"`, `["bold", "red"]`. */
export type Style = Parameters<typeof styleText>[0];

/**
 * Colours text if the stream is a terminal that shows colours. In a pipe, in a file, and with `NO_COLOR` the text has no colour.
 * Characters that a terminal would obey are escaped.
 */
export function paint(style: Style, text: string, stream: NodeJS.WritableStream = process.stdout): string {
  return styleText(style, printableLines(text), { stream });
}
