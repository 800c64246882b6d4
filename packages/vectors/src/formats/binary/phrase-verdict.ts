import type { NumberModel } from "./number-model.js";
import { numberBits } from "./number-model.js";
import type { PhraseShifts } from "./phrase-shifts.js";
import { encodingBits, textBits, type WordModel } from "./word-model.js";

/** A row whose numbers may begin with the rest of its word. */
export interface Suspect extends PhraseShifts {
  readonly row: number;
  /** Where in the file it starts. */
  readonly place: number;
  /** Up to the first space. */
  readonly word: Uint8Array;
  /** What follows that space, so far as it takes to tell. */
  readonly bytes: Uint8Array;
}

/** The best reading of a row as one whose word has spaces in it. */
export interface Verdict {
  readonly suspect: Suspect;
  /** Bytes behind the first space of the word that are its own, the space before the numbers included; as many as the row has, or more. */
  readonly shift: number;
  /** Bits that the bytes are shorter when they are read in this way: above 0, it is the likelier one. */
  readonly bits: number;
}

/** What is known of a file: of its numbers, and of its words. */
export interface RowModels {
  readonly numbers: NumberModel;
  readonly words: WordModel;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Bits that it takes to say that a word has a space in it: one of a thousand would have. */
const PHRASE_BITS = 10;
/** And that no word follows, or a newline where no other row has one. */
const ODD_BITS = 20;

/**
 * How a row reads best as one whose word has spaces in it, by the shortest description: as its numbers, and then the
 * beginning of the next word; or as the rest of its word, a space, and its numbers. What follows is the same.
 */
export function verdictOf(suspect: Suspect, { numbers, words }: RowModels, D: number): Verdict {
  const { row, shifts, isText, bytes, word } = suspect;
  const asNumbers = numberBits(numbers, numbersAt(bytes, 0, D));
  const textual = isText ? PHRASE_BITS + textBits(words, bytes.subarray(0, 4 * D)) : Number.POSITIVE_INFINITY;
  let best: Verdict = { suspect, shift: 4 * D, bits: asNumbers - textual };
  for (const shift of shifts) {
    const rest = bytes.subarray(0, shift - 1);
    const asItStands = asNumbers + encodingBits(words, word) + bitsBehind(words, bytes, 4 * D, shift);
    const asPhrase =
      PHRASE_BITS +
      textBits(words, rest) +
      encodingBits(words, Uint8Array.from([...word, SPACE, ...rest])) +
      numberBits(numbers, numbersAt(bytes, shift, D)) +
      bitsOfNext(words, bytes, 4 * D + shift, row === 0);
    if (asItStands - asPhrase > best.bits) best = { suspect, shift, bits: asItStands - asPhrase };
  }
  return best;
}

/** Bits of what follows the numbers where these are right: so much of the next word, and what may be behind its space. */
function bitsBehind(model: WordModel, bytes: Uint8Array, start: number, length: number): number {
  const from = bytes[start] === NEWLINE ? start + 1 : start;
  const next = wordFrom(bytes, from);
  const own = Math.max(0, start + length - from);
  return textBits(model, next.subarray(0, own)) + 8 * Math.max(0, own - next.length) + encodingBits(model, next);
}

/** Bits of what follows the numbers of a phrase. */
function bitsOfNext(model: WordModel, bytes: Uint8Array, start: number, isFirst: boolean): number {
  if (start >= bytes.length) return 0;
  const isOnNewLine = bytes[start] === NEWLINE;
  const next = wordFrom(bytes, isOnNewLine ? start + 1 : start);
  return (isOnNewLine && !isFirst ? ODD_BITS : 0) + (next.length === 0 ? ODD_BITS : encodingBits(model, next));
}

function wordFrom(bytes: Uint8Array, start: number): Uint8Array {
  const space = bytes.indexOf(SPACE, start);
  return bytes.subarray(start, space < 0 ? bytes.length : space);
}

function numbersAt(bytes: Uint8Array, start: number, D: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, 4 * D);
  return Float32Array.from({ length: D }, (_, d) => view.getFloat32(4 * d, true));
}
