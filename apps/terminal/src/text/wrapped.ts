import { displayWidth, piecesOf } from "./display-width.js";
import { printable } from "./printable.js";

/**
 * Sets words in lines no wider than the width; all lines except the first are indented. A word that is wider, such as a path, is
 * cut. Characters that a terminal would obey are escaped.
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
    // The pieces are as wide as an indented line, so the pieces of a path stand below each other.
    const pieces =
      displayWidth(word) <= width - (lines.length === 0 ? 0 : indent.length)
        ? [word]
        : piecesOf(word, width - indent.length);
    for (const piece of pieces) lines.push(lines.length === 0 ? piece : indent + piece);
  }
  return lines.join("\n");
}

/** Breaks a text into lines no wider than the width, as {@link wrapped}. A number and its unit stay together. */
export function sentence(text: string, width: number, indent: string = ""): string {
  return wrapped(text.split(/ (?!%|MB|GB|bytes)/), width, indent);
}
