import { isUtf8 } from "../../words/text-coding.js";
import { bytesOfWord } from "../../words/word-bytes.js";

/** Words of a file to learn from. */
const WORDS = 1024;

/** Of which bytes the words of a file are, and how many of them are UTF-8. */
export interface WordModel {
  readonly counts: Float64Array;
  bytes: number;
  words: number;
  notUtf8: number;
  /** It was learned from every `step`th word. */
  readonly step: number;
}

/** Kinds of bytes: small letters, capitals, digits, signs, those of other characters, the space, and control characters. */
const KINDS = 7;
/** How many of a hundred bytes of words are of each kind, without a file, and how many bytes there are of it. */
const usual = [55, 9, 6, 6, 20, 2, 0.5];
const sizes = [26, 26, 10, 32, 128, 1, 33];
/** That many bytes, and that many of a kind, teach as much as what is known before. */
const PRIOR = 8;
const PRIOR_OF_KIND = 32;

export function wordModel(words: readonly string[]): WordModel {
  const step = Math.max(1, Math.ceil(words.length / WORDS));
  const model = { counts: new Float64Array(256), bytes: 0, words: 0, notUtf8: 0, step };
  for (let row = 0; row < words.length; row += step) learnWord(model, words[row], 1);
  return model;
}

/** Learns a word, or, −1 times, takes back what was learned from it. */
export function learnWord(model: WordModel, word: string, times: number): void {
  const bytes = bytesOfWord(word) ?? new Uint8Array(0);
  for (const byte of bytes) model.counts[byte] += times;
  model.bytes += times * bytes.length;
  model.words += times;
  if (!isUtf8(bytes)) model.notUtf8 += times;
}

/** Bits that it takes to write text down: few for bytes that words of the file are made of. */
export function textBits({ counts, bytes }: WordModel, text: Uint8Array): number {
  const ofKinds = new Float64Array(KINDS);
  for (const [byte, count] of counts.entries()) ofKinds[kindOf(byte)] += count;
  let bits = 0;
  for (const byte of text) {
    const kind = kindOf(byte);
    const share = (ofKinds[kind] + (PRIOR * usual[kind]) / 100) / (bytes + PRIOR);
    const shareOfKind = (counts[byte] + PRIOR_OF_KIND / sizes[kind]) / (ofKinds[kind] + PRIOR_OF_KIND);
    bits -= Math.log2(share * shareOfKind);
  }
  return bits;
}

/** Bits that it takes to say whether a word is UTF-8: few for what most words of the file are. */
export function encodingBits({ words, notUtf8 }: WordModel, word: Uint8Array): number {
  const share = (notUtf8 + 0.25) / (words + 1);
  return -Math.log2(isUtf8(word) ? 1 - share : share);
}

function kindOf(byte: number): number {
  if (byte >= 0x80) return 4;
  if (byte >= 0x61 && byte <= 0x7a) return 0;
  if (byte >= 0x41 && byte <= 0x5a) return 1;
  if (byte >= 0x30 && byte <= 0x39) return 2;
  if (byte > 0x20 && byte < 0x7f) return 3;
  return byte === 0x20 ? 5 : 6;
}
