import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** The characters of Windows-1252 that are not at their place in Latin-1, from byte 128 on; five bytes have none. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Words that look like UTF-8 which was decoded as Windows-1252. */
export interface Mojibake {
  /** Tokens. */
  readonly count: number;
  readonly example: string;
  readonly meant: string;
}

/**
 * Whether a good part of a text's words with other characters than ASCII's become UTF-8 when they are encoded in
 * Windows-1252, as `cafÃ©` does and hardly a word that is meant.
 */
export function mojibake({ words, counts }: Vocabulary): Mojibake | undefined {
  let [count, others, example, meant] = [0, 0, "", ""];
  for (let id = 0; id < words.length; id++) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    if (/^[\u0000-\u007f]*$/.test(words[id])) continue;
    others += counts[id];
    const decoded = decodedTwice(words[id]);
    if (decoded === undefined) continue;
    count += counts[id];
    if (meant === "") [example, meant] = [words[id], decoded];
  }
  return count >= 3 && count > others / 10 ? { count, example, meant } : undefined;
}

function decodedTwice(word: string): string | undefined {
  const bytes: number[] = [];
  for (const character of word) {
    const code = character.charCodeAt(0);
    const high = HIGH.indexOf(character);
    if (high < 0 && code > 255) return undefined;
    bytes.push(high < 0 ? code : 128 + high);
  }
  // An exception for each word of a French text would take seconds.
  const first = bytes.findIndex((byte) => byte >= 128);
  if (!(bytes[first] >= 0xc2 && bytes[first + 1] >= 128 && bytes[first + 1] < 192)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
