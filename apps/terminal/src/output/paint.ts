import { styleText } from "node:util";
import { printableLines } from "../text/printable.js";

/** One or more of Node's names: `"bold"`, `"dim"`, `"cyan"`, `["bold", "red"]`. */
export type Style = Parameters<typeof styleText>[0];

/**
 * Text in colour where the stream is a terminal that shows it; the text alone in a pipe, a file, or with
 * `NO_COLOR` set. What a terminal would obey in the text is written as an escape.
 */
export function paint(style: Style, text: string, stream: NodeJS.WritableStream = process.stdout): string {
  return styleText(style, printableLines(text), { stream });
}
