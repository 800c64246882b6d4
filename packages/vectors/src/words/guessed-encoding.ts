import { legacyText } from "./text-coding.js";

/** An encoding as `iconv` calls it, and whether what it makes of some bytes is a text in its languages. */
interface Candidate {
  readonly name: string;
  readonly label: string;
  readonly fits: (words: readonly string[], bytes: Uint8Array) => boolean;
}

/** What words that are not UTF-8 may be. */
export interface GuessedEncoding {
  /** As `iconv` calls it, the likeliest first, and its reading of a word. */
  readonly candidates: readonly { readonly name: string; readonly decode: (bytes: Uint8Array) => string }[];
  /** Whether there are words enough, and no other encoding in which they are a text as well. */
  readonly isSure: boolean;
}

/** Below, none of them is it. */
const ENOUGH = 0.8;
/** By fewer words nobody can tell. */
const FEW = 3;

// Nearly any bytes can be decoded in each of these, so what counts is which characters come out, the more particular first.
const manyBytes: readonly Candidate[] = [
  { name: "EUC-KR", label: "euc-kr", fits: (words) => shareOf(words.join(" "), /[\uac00-\ud7a3]/gu) >= ENOUGH },
  { name: "Shift_JIS", label: "shift_jis", fits: isJapanese },
  { name: "EUC-JP", label: "euc-jp", fits: isJapanese },
  // The two-byte characters of GB 2312's first level, its 3,755 usual ones.
  { name: "GBK", label: "gbk", fits: (_, bytes) => pairShare(bytes, 0xb0, 0xd7, 0xa1) >= ENOUGH },
  { name: "BIG5", label: "big5", fits: (_, bytes) => pairShare(bytes, 0xa4, 0xc6, 0x40) >= ENOUGH },
];

const WESTERN = ["àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÿ‘’“”–—…", "áðéíóúýþæöø"];
const CENTRAL = ["ąćęłńóśźż", "áčďéěíňóřšťúůýžäĺľŕô", "áéíóöőúüű", "ăâîşţ", "čćđšž"];
const oneByte: readonly Candidate[] = [
  { name: "WINDOWS-1252", label: "windows-1252", fits: (words) => isLatin(words, WESTERN) },
  // Without the letters of Turkish alone it reads as the one above does.
  {
    name: "WINDOWS-1254",
    label: "windows-1254",
    fits: (words) => /[ğış]/.test(words.join()) && isLatin(words, ["çğıöşüâîû"]),
  },
  { name: "WINDOWS-1250", label: "windows-1250", fits: (words) => isLatin(words, CENTRAL) },
  { name: "ISO-8859-2", label: "iso-8859-2", fits: (words) => isLatin(words, CENTRAL) },
  { name: "KOI8-R", label: "koi8-r", fits: isRussian },
  { name: "WINDOWS-1251", label: "windows-1251", fits: isRussian },
  { name: "ISO-8859-7", label: "iso-8859-7", fits: isGreek },
  { name: "WINDOWS-1253", label: "windows-1253", fits: isGreek },
];

/**
 * The encodings that words which are not UTF-8 are probably in, by the languages that are usually written in them; `"cut"` for
 * UTF-8 that ends within a character, and undefined where nothing stands out.
 */
export function guessedEncoding(words: readonly Uint8Array[]): GuessedEncoding | "cut" | undefined {
  if (words.length === 0) return undefined;
  const isMost = (holds: (word: string) => boolean) => shareOfWords(words.map(asBytes), holds) >= ENOUGH;
  if (isMost((word) => CUT.test(word) && !LONE_LEAD.test(word))) return "cut";
  const line = new Uint8Array(words.reduce((length, word) => length + word.length + 1, 0)).fill(0x20);
  let at = 0;
  for (const word of words) {
    line.set(word, at);
    at += word.length + 1;
  }
  const isFit = ({ label, fits }: Candidate) => {
    const texts = words.map((word) => legacyText(word, label) ?? "\ufffd");
    const text = texts.join(" ");
    const damaged = text.match(/\ufffd/g)?.length ?? 0;
    return (damaged <= 1 || shareOf(text, /\ufffd/g) < 0.05) && fits(texts, line);
  };
  const found = [...manyBytes.filter(isFit).slice(0, 1), ...oneByte.filter(isFit)];
  if (found.length === 0) return isMost((word) => CUT.test(word)) ? "cut" : undefined;
  const candidates = found.map(({ name, label }) => ({
    name,
    decode: (bytes: Uint8Array) => legacyText(bytes, label) ?? "",
  }));
  return { candidates, isSure: candidates.length === 1 && words.length >= FEW };
}

/** Whole characters of UTF-8 and the first bytes of another. */
const CUT =
  /^([\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*([\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})$/;
/** As much ends many a word of an encoding with one byte for a letter. */
const LONE_LEAD = /^[\0-\x7f]*[\xc2-\xf4]$/;

/** One character for each byte, of its number. */
function asBytes(word: Uint8Array): string {
  return Array.from(word, (byte) => String.fromCharCode(byte)).join("");
}

function shareOfWords(words: readonly string[], holds: (word: string) => boolean): number {
  return words.filter(holds).length / words.length;
}

/** Of the characters that are not ASCII. */
function shareOf(text: string, pattern: RegExp): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return others === 0 ? 0 : (text.match(pattern)?.length ?? 0) / others;
}

/** No Japanese text is without kana, and other languages have none. */
function isJapanese(words: readonly string[]): boolean {
  const text = words.join(" ");
  return shareOf(text, /[\u3041-\u30ff]/g) >= 0.2 && shareOf(text, /[\u3041-\u30ff\u4e00-\u9fff]/g) >= ENOUGH;
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

/** Words of one alphabet, at least a third of whose letters are ASCII. */
function isLatin(words: readonly string[], alphabets: readonly string[]): boolean {
  return alphabets.some((alphabet) => {
    const isOf = (word: string) => {
      const others = word.match(/[^\p{ASCII}]/gu) ?? [];
      const plain = word.match(/[a-z]/gi)?.length ?? 0;
      return (
        plain > 0 &&
        2 * plain >= others.length &&
        hasUsualCase(word) &&
        others.every((c) => alphabet.includes(c.toLowerCase()))
      );
    };
    return shareOfWords(words, isOf) >= ENOUGH;
  });
}

/** Words without a Latin letter; a third and more of a text's letters are vowels, which tells it from Greek read as Russian. */
function isRussian(words: readonly string[]): boolean {
  const isOf = (word: string) => /[а-яё]/.test(word) && !/[a-z]/i.test(word) && hasUsualCase(word);
  const text = words.join(" ");
  return (
    shareOfWords(words, isOf) >= ENOUGH && shareOf(text, /[а-яё]/g) >= ENOUGH && shareOf(text, /[аеёиоуыэюя]/gi) >= 0.25
  );
}

/** As of Russian; half of the letters are vowels, and ς ends a word. */
function isGreek(words: readonly string[]): boolean {
  const isOf = (word: string) =>
    /[α-ώ]/.test(word) && !/[a-z]/i.test(word) && hasUsualCase(word) && !/ς\p{L}/u.test(word);
  const text = words.join(" ");
  return (
    shareOfWords(words, isOf) >= ENOUGH &&
    shareOf(text, /[ΐ-ώ]/g) >= ENOUGH &&
    shareOf(text, /[αεηιουωάέήίόύώϊϋ]/gi) >= 0.4
  );
}

function hasUsualCase(word: string): boolean {
  return !/\p{Ll}\p{Lu}/u.test(word);
}
