import { displayWidth, piecesOf } from "./display-width.js";
import { printable } from "./printable.js";

/**
 * Words in lines no wider than the width, all but the first set in; what is wider itself, a path, say, is cut. What a
 * terminal would obey is written as an escape.
 *
 * @example
 * wrapped(["東京", "大阪"], 8) // "東京\n大阪"
 */
export function wrapped(words: readonly string[], width: number, indent: string = ""): string {
  const lines: string[] = [];
  for (const word of words.map(printable)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && displayWidth(longer) <= width) {
      lines[lines.length - 1] = longer;
      continue;
    }
    // As wide as a line that is set in, so that the pieces of a path stand below each other.
    const pieces =
      displayWidth(word) <= width - (lines.length === 0 ? 0 : indent.length)
        ? [word]
        : piecesOf(word, width - indent.length);
    for (const piece of pieces) lines.push(lines.length === 0 ? piece : indent + piece);
  }
  return lines.join("\n");
}

/** A text in lines no wider than the width, as {@link wrapped}; a number and its unit stay together. */
export function sentence(text: string, width: number, indent: string = ""): string {
  return wrapped(text.split(/ (?!%|MB|GB|bytes)/), width, indent);
}
