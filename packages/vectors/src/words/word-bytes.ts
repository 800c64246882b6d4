import { fromUtf8, toUtf8 } from "./text-coding.js";

/** A byte `b` that is not UTF-8 becomes the lone surrogate `U+DC00 + b`, which no text in UTF-8 contains. */
const ESCAPE = 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Makes a string of a word's bytes: UTF-8, and each byte that is not part of UTF-8 as a lone surrogate, U+DC00 + byte.
 * Nothing is lost: {@link bytesOfWord} gives the same bytes back.
 *
 * @see PEP 383, "surrogateescape", https://peps.python.org/pep-0383/
 *
 * @example
 * wordOfBytes(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // "caf\udce9"
 */
export function wordOfBytes(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return escaped(bytes);
  }
}

/**
 * Makes strings of words with a separator between them, an ASCII byte that no word contains.
 *
 * @param onStray - called for each word that is not UTF-8
 */
export function wordsOfBytes(bytes: Uint8Array, separator: number, onStray?: (word: string) => void): string[] {
  try {
    return fromUtf8(bytes).split(String.fromCharCode(separator));
  } catch {
    const words: string[] = [];
    for (let start = 0, end = 0; end >= 0; start = end + 1) {
      end = bytes.indexOf(separator, start);
      const word = wordOfBytes(bytes.subarray(start, end < 0 ? bytes.length : end));
      if (onStray !== undefined && LONE_SURROGATE.test(word)) onStray(word);
      words.push(word);
    }
    return words;
  }
}

/**
 * Makes bytes of a word, as {@link wordOfBytes} read it.
 *
 * @returns undefined if no bytes stand for the string: if it has another lone surrogate, or escapes that together are
 * UTF-8
 *
 * @example
 * bytesOfWord("caf\udce9") // Uint8Array [0x63, 0x61, 0x66, 0xe9]
 */
export function bytesOfWord(word: string): Uint8Array | undefined {
  if (!LONE_SURROGATE.test(word)) return toUtf8(word);
  const bytes: number[] = [];
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) bytes.push(code - ESCAPE);
    else bytes.push(...toUtf8(character));
  }
  const out = Uint8Array.from(bytes);
  return wordOfBytes(out) === word ? out : undefined;
}

function escaped(bytes: Uint8Array): string {
  let word = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    word += length === 0 ? String.fromCharCode(ESCAPE + bytes[at]) : fromUtf8(bytes.subarray(at, at + length));
    at += Math.max(1, length);
  }
  return word;
}

/** Bytes of the UTF-8 character that starts here; 0 if none does. By the table of RFC 3629, section 4. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  // Overlong forms, surrogates, and what is beyond U+10FFFF.
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (bytes[at + 1] < lowest || bytes[at + 1] > highest) return 0;
  for (let i = at + 2; i < at + length; i++) if (bytes[i] >> 6 !== 0b10) return 0;
  return length;
}
