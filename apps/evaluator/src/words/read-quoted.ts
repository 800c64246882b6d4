const ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9a-f]{4})/i;

/** A word that was given in quotes. */
export interface Quoted {
  readonly word: string;
  /** Where the text goes on. */
  readonly end: number;
}

/**
 * Reads a word in quotes: `"New York"`. Within them a backslash is that of JSON, `\"` a quote and `\\` a backslash; a quote
 * written twice is one, too.
 *
 * @param start - where the first quote is
 * @throws Error for quotes that don't close, or another backslash
 */
export function readQuoted(text: string, start: number): Quoted {
  let json = "";
  for (let at = start + 1; at < text.length; ) {
    if (text[at] === "\\") {
      const [escaped] = ESCAPE.exec(text.slice(at, at + 6)) ?? [];
      if (escaped === undefined) {
        throw new Error(`${text.slice(at, at + 2)} means nothing in quotes; a backslash is written \\\\`);
      }
      json += escaped.replace(/^\\U/, "\\u");
      at += escaped.length;
    } else if (text[at] !== '"') {
      json += JSON.stringify(text[at]).slice(1, -1);
      at++;
    } else if (text[at + 1] === '"') {
      json += '\\"';
      at += 2;
    } else {
      return { word: JSON.parse(`"${json}"`), end: at + 1 };
    }
  }
  throw new Error(`the quotes of ${text.slice(start, start + 40)} do not close; a quote that is a word is "\\""`);
}
