/** Of numbers of everyday size: from 2^-40 up to 2^20. */
const LEAST_EXPONENT: u32 = 87;
const EXPONENTS: u32 = 60;
/** Numbers of a row that are looked at, and bytes behind it that are to be there. */
const LOOKED_AT: i32 = 32;
const BEHIND: usize = 64;

/**
 * Whether what is taken for the numbers of a row, from `start`, may begin with the rest of a word that has a space in it:
 * src/formats/binary/phrase-shifts.ts decides the same, and decides where too few bytes are there for it.
 */
@inline
export function isMaybePhrase(start: usize, end: usize, D: i32): bool {
  const bytes = v128.load(start);
  const low = i8x16.bitmask(i8x16.lt_u(bytes, i8x16.splat(0x21)));
  // Most rows have, before any space, a byte that no text has.
  const first = low & -low;
  const spaces = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x20)));
  if (D >= 4 && (first & ~(spaces | blanks(bytes))) != 0) return false;
  return isPhraseLike(start, end, D);
}

function isPhraseLike(start: usize, end: usize, D: i32): bool {
  const most = D << 2;
  for (let at = 0; at < most; at += 16) {
    const bytes = v128.load(start + at);
    const valid = most - at < 16 ? (1 << (most - at)) - 1 : 0xffff;
    const blank = blanks(bytes);
    const controls = i8x16.bitmask(i8x16.lt_u(bytes, i8x16.splat(0x20))) & ~blank & valid;
    let spaces = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x20))) & valid;
    if (controls != 0) spaces &= (controls & -controls) - 1;
    for (; spaces != 0; spaces &= spaces - 1) {
      if (isShift(start, end, at + ctz(spaces) + 1, D)) return true;
    }
    if (controls != 0) return false;
  }
  // All of it could be text.
  return wildNumbers(start, D) > 0;
}

/** Tabs, newlines, returns and the like, which words may hold: a bit of each of sixteen bytes. */
@inline
function blanks(bytes: v128): i32 {
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(9)), i8x16.splat(5)));
}

/** Whether the numbers are as likely to begin behind that many bytes. */
function isShift(start: usize, end: usize, shift: i32, D: i32): bool {
  if (start + (<usize>D << 3) + BEHIND > end) return true;
  return wildNumbers(start + shift, D) <= wildNumbers(start, D);
}

/** How many of the first numbers are of no everyday size. */
function wildNumbers(start: usize, D: i32): i32 {
  let count = 0;
  for (let i = 0, most = min(D, LOOKED_AT); i < most; i++) {
    const bits = load<u32>(start + (<usize>i << 2)) & 0x7fffffff;
    if (bits != 0 && (bits >>> 23) - LEAST_EXPONENT > EXPONENTS) count++;
  }
  return count;
}
