import { legacyText } from "./text-coding.js";

/** An encoding as `iconv` calls it, and how much of what it makes of some bytes is a text in its languages, 0 to 1. */
interface Candidate {
  readonly name: string;
  readonly label: string;
  readonly share: (text: string, bytes: Uint8Array) => number;
}

/** Below, none of them is it. */
const ENOUGH = 0.8;

// Nearly any bytes can be decoded in each of these, so what counts is which characters come out, the more particular first.
const candidates: readonly Candidate[] = [
  { name: "EUC-KR", label: "euc-kr", share: (text) => shareOf(text, /[\uac00-\ud7a3]/gu) },
  { name: "Shift_JIS", label: "shift_jis", share: japanese },
  { name: "EUC-JP", label: "euc-jp", share: japanese },
  // The two-byte characters of GB 2312's first level, its 3,755 usual ones.
  { name: "GBK", label: "gbk", share: (_, bytes) => pairShare(bytes, 0xb0, 0xd7, 0xa1) },
  { name: "BIG5", label: "big5", share: (_, bytes) => pairShare(bytes, 0xa4, 0xc6, 0x40) },
  { name: "WINDOWS-1252", label: "windows-1252", share: singleLetters },
  { name: "KOI8-R", label: "koi8-r", share: (text) => shareOf(text, /[а-яё]/gu) },
  { name: "WINDOWS-1251", label: "windows-1251", share: (text) => shareOf(text, /[а-яё]/gu) },
];

/**
 * The encoding that words which are not UTF-8 are probably in, by the languages that are usually written in it; undefined where
 * none stands out.
 */
export function guessedEncoding(
  words: readonly Uint8Array[],
): { name: string; decode: (bytes: Uint8Array) => string } | undefined {
  const line = new Uint8Array(words.reduce((length, word) => length + word.length + 1, 0)).fill(0x20);
  let at = 0;
  for (const word of words) {
    line.set(word, at);
    at += word.length + 1;
  }
  for (const { name, label, share } of candidates) {
    const text = legacyText(line, label);
    if (text !== undefined && shareOf(text, /\ufffd/g) < 0.05 && share(text, line) >= ENOUGH) {
      return { name, decode: (bytes) => legacyText(bytes, label) ?? "" };
    }
  }
  return undefined;
}

/** Of the characters that are not ASCII. */
function shareOf(text: string, pattern: RegExp): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return others === 0 ? 0 : (text.match(pattern)?.length ?? 0) / others;
}

/** No Japanese text is without kana, and other languages have none. */
function japanese(text: string): number {
  return shareOf(text, /[\u3041-\u30ff]/g) < 0.2 ? 0 : shareOf(text, /[\u3041-\u30ff\u4e00-\u9fff]/g);
}

/** Of all pairs of a byte beyond ASCII and another, those within bounds. */
function pairShare(bytes: Uint8Array, lowest: number, highest: number, trail: number): number {
  let [pairs, within] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    if (bytes[at] < 0x81) continue;
    pairs++;
    if (bytes[at] >= lowest && bytes[at] <= highest && bytes[at + 1] >= trail) within++;
    at++;
  }
  return pairs === 0 ? 0 : within / pairs;
}

/** Letters that stand alone beside those of ASCII, as é and ü do. */
function singleLetters(text: string): number {
  return shareOf(text, /(?<!\P{ASCII})(?:(?<=[a-z])|(?=.[a-z]))[À-ÖØ-öø-ÿŒœŠšŽžŸ](?!\P{ASCII})/giu);
}
