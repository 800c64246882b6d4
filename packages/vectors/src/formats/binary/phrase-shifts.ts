/** What the kernel decides by, too (src/assembly/phrase.ts holds the same numbers). */
const LEAST_EXPONENT = 87;
const EXPONENTS = 60;
const LOOKED_AT = 32;
/** Bytes that are to be there behind a row, and as many again as it has, to tell; fewer only at the end of the file. */
const BEHIND = 64;

const SPACE = 0x20;

/** What may be said of the numbers of a row. */
export interface PhraseShifts {
  /** Bytes behind which the numbers may begin, if what precedes them is the rest of a word with a space in it. */
  readonly shifts: readonly number[];
  /** Whether all of them could be text. */
  readonly isText: boolean;
}

/** Bytes that it takes to look at a row, from its numbers on. */
export function bytesToTell(D: number): number {
  return 8 * D + BEHIND;
}

/** Whether the row may be a phrase at all: the first that is asked, for it needs no more than the row. */
export function hasTextBeforeSpace(bytes: Uint8Array, start: number, D: number): boolean {
  for (let at = start; at < start + 4 * D; at++) {
    if (bytes[at] === SPACE) return true;
    if (!isTextual(bytes[at])) return false;
  }
  return wildNumbers(bytes, start, D) > 0;
}

/**
 * Where the numbers of a row, which are taken to begin at `start`, may begin as well: behind a space, if all before it
 * could be text and no more of the numbers are of no everyday size then. Words may hold tabs, returns and newlines, and
 * bytes of any encoding, but no other control characters.
 */
export function phraseShifts(bytes: Uint8Array, start: number, end: number, D: number): PhraseShifts {
  const shifts: number[] = [];
  const rowEnd = start + 4 * D;
  let at = start;
  for (; at < rowEnd && isTextual(bytes[at]); at++) {
    const shift = at + 1 - start;
    if (bytes[at] !== SPACE || rowEnd + shift > end) continue;
    if (wildNumbers(bytes, start + shift, D) <= wildNumbers(bytes, start, D)) shifts.push(shift);
  }
  return { shifts, isText: at === rowEnd && wildNumbers(bytes, start, D) > 0 };
}

/** All but control characters, those excepted that some take for white space. */
function isTextual(byte: number): boolean {
  return byte >= SPACE || (byte >= 9 && byte <= 13);
}

/** How many of the first numbers are neither zero nor from 2^-40 up to 2^20. */
function wildNumbers(bytes: Uint8Array, start: number, D: number): number {
  let count = 0;
  for (let i = 0, at = start; i < Math.min(D, LOOKED_AT); i++, at += 4) {
    const upper = ((bytes[at + 3] & 0x7f) << 8) | bytes[at + 2];
    const exponent = upper >> 7;
    if (exponent >= LEAST_EXPONENT && exponent <= LEAST_EXPONENT + EXPONENTS) continue;
    if (upper !== 0 || bytes[at + 1] !== 0 || bytes[at] !== 0) count++;
  }
  return count;
}
