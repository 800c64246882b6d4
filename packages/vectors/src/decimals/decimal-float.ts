import { fromLatin1 } from "../words/text-coding.js";

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const LARGE_E = 0x45;
const SMALL_E = 0x65;

/** Powers of ten that f64 holds exactly. */
export const POWERS_OF_TEN: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** A whole number up to here can take another digit and stay below 2^53. */
const ROOM_FOR_A_DIGIT = 900_719_925_474_098;

/**
 * The f32 nearest to the f64 nearest to the decimal number in a range of bytes, exactly `Math.fround(Number(text))`,
 * but from bytes; NaN for anything else, `nan`, `inf` and hexadecimal numbers included, and infinite for what is
 * beyond the range of f32.
 *
 * The first 15 or 16 digits and a power of ten up to 22 are whole numbers in f64, and one multiplication or division
 * rounds once. Where more digits follow, the number lies between that and the next; rounding keeps their order, so
 * that if both come to the same f32 it is the answer. All others go to `Number`.
 *
 * @see Clinger 1990, "How to read floating point numbers accurately", https://doi.org/10.1145/93542.93557
 */
export function decimalFloat(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;
  let digits = 0;
  let dropped = 0;
  let point = -1;
  let whole = 0;
  for (; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits++;
      if (dropped > 0 || whole > ROOM_FOR_A_DIGIT) dropped++;
      else whole = whole * 10 + digit;
    } else if (bytes[at] === POINT && point < 0) {
      point = at;
    } else {
      break;
    }
  }
  if (digits === 0) return Number.NaN;
  let exponent = dropped - (point < 0 ? 0 : at - point - 1);
  if (at < end) {
    const power = exponentPart(bytes, at, end);
    if (Number.isNaN(power)) return Number.NaN;
    exponent += power;
  }
  const float = scaled(whole, exponent);
  const isSure = exponent >= -22 && exponent <= 22 && (dropped === 0 || scaled(whole + 1, exponent) === float);
  if (!isSure) return Math.fround(Number(fromLatin1(bytes.subarray(start, end))));
  return sign === MINUS ? -float : float;
}

function scaled(whole: number, exponent: number): number {
  return Math.fround(exponent < 0 ? whole / POWERS_OF_TEN[-exponent] : whole * POWERS_OF_TEN[exponent]);
}

/** The number after an `e`; NaN if that isn't what is there. */
function exponentPart(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== SMALL_E && bytes[start] !== LARGE_E) return Number.NaN;
  const sign = bytes[start + 1];
  const first = sign === MINUS || sign === PLUS ? start + 2 : start + 1;
  if (first >= end) return Number.NaN;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return sign === MINUS ? -value : value;
}
