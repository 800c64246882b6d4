import { movedRow } from "./norms";
import { isMaybePhrase } from "./phrase";

const SPACE: u8 = 0x20;
const NEWLINE: u8 = 0x0a;
const ASCII_END: u8 = 0x80;

/** Where newlines are: src/formats/binary/find-row.ts holds the same list. */
const AFTER_ROWS: i32 = 1;
const ANYWHERE: i32 = 2;

/** What is read from rows of a binary file. The host writes the addresses. */
@unmanaged
export class BinaryRows {
  /** Of the bytes of the file, behind the last row. */
  bytesEnd!: usize;
  /** Of the words, a space behind each. */
  wordsEnd!: usize;
  /** How many words are not ASCII. */
  others!: i32;

  words!: usize;
  /** i32 of each row, the hash of its word (src/words/word-hash.ts), if that is ASCII. */
  hashes!: usize;
  /** i32 of each word that is not: which it is. */
  otherRows!: usize;
  /** f64 of each row: where in the file its word starts. */
  places!: usize;
  /** f64 of each row: its length. */
  norms!: usize;
}

/**
 * Goes through rows of a word2vec binary file, from `start`, which is at `place` in the file: moves their numbers to `start`,
 * row behind row, and writes the rest where `rows` says. Stops before a row that is not there as a whole, that has no word, or
 * a number that is not finite, whose newlines are not where they are to be, or that may be a word with spaces.
 *
 * @returns how many rows it read, `most` at most
 */
export function binaryRows(
  rows: BinaryRows,
  start: usize,
  end: usize,
  place: f64,
  D: i32,
  most: i32,
  newlines: i32,
): i32 {
  const rowBytes = <usize>D << 2;
  const closing: usize = newlines == AFTER_ROWS ? 1 : 0;
  let at = start;
  let numbers = start;
  let words = rows.words;
  let others = 0;
  let count = 0;
  for (; count < most; count++) {
    let word = at;
    if (newlines == ANYWHERE) while (word < end && load<u8>(word) == NEWLINE) word++;
    let space = word;
    let to = words;
    let hash: i32 = 0x811c9dc5;
    let seen: u8 = 0;
    for (; space < end; space++) {
      const byte = load<u8>(space);
      if (byte <= SPACE && (byte == SPACE || (byte == NEWLINE && newlines != ANYWHERE))) break;
      store<u8>(to++, byte);
      hash = (hash ^ byte) * 0x01000193;
      seen |= byte;
    }
    const next = space + 1 + rowBytes;
    if (space == word || next + closing > end || load<u8>(space) != SPACE) break;
    if (closing != 0) {
      if (load<u8>(next) != NEWLINE) break;
    } else if (isMaybePhrase(space + 1, end, D)) break;
    const norm = movedRow(space + 1, numbers, D);
    if (!isFinite(norm)) break;
    store<u8>(to, SPACE);
    store<i32>(rows.hashes + (<usize>count << 2), mixed(hash));
    store<f64>(rows.places + (<usize>count << 3), place + <f64>(word - start));
    store<f64>(rows.norms + (<usize>count << 3), norm);
    if (seen >= ASCII_END) store<i32>(rows.otherRows + (<usize>(others++) << 2), count);
    words = to + 1;
    numbers += rowBytes;
    at = next + closing;
  }
  rows.bytesEnd = at;
  rows.wordsEnd = words;
  rows.others = others;
  return count;
}

@inline
function mixed(state: u32): u32 {
  let hash = (state ^ (state >>> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
  return hash ^ (hash >>> 16);
}
