const ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9a-f]{4})/i;

/** A word that was read from quotes. */
export interface Quoted {
  readonly word: string;
  /** The place in the text after the quotes. */
  readonly end: number;
}

/**
 * Reads a word in quotes, such as `"New York"`. Inside, a backslash is as in JSON: `\"` is a quote and `\\` a backslash. Two
 * quotes in a row are a quote, too.
 *
 * @param start - the place of the first quote
 * @throws Error if the quotes do not close, or a backslash is not one of JSON's
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
