import { fromLatin1 } from "../words/text-coding.js";
import { decimalFloat, POWERS_OF_TEN } from "./decimal-float.js";

export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** A whole number below can take another digit and stay below 2^31. */
const ROOM_FOR_A_DIGIT = 214_748_364;

/**
 * Writes the `D` decimal numbers that start at a byte of a line, with spaces or tabs before each, as
 * {@link decimalFloat} reads them. The line must end in a newline.
 *
 * @returns where the last of them ends, or −1 if there are fewer, or something else, or a number without bound as f32
 */
export function readNumbers(bytes: Uint8Array, start: number, out: Float32Array, offset: number, D: number): number {
  let at = start;
  for (let i = offset; i < offset + D; i++) {
    let byte = bytes[at];
    while (byte === SPACE || byte === TAB) byte = bytes[++at];
    const from = at;
    const isNegative = byte === MINUS;
    if (isNegative) byte = bytes[++at];
    let whole = 0;
    let digit = byte - ZERO;
    let digits = 0;
    let decimals = 0;
    for (; digit >= 0 && digit <= 9 && whole < ROOM_FOR_A_DIGIT; digits++) {
      whole = (whole * 10 + digit) | 0;
      byte = bytes[++at];
      digit = byte - ZERO;
    }
    if (byte === POINT) {
      byte = bytes[++at];
      digit = byte - ZERO;
      for (; digit >= 0 && digit <= 9 && whole < ROOM_FOR_A_DIGIT; decimals++) {
        whole = (whole * 10 + digit) | 0;
        byte = bytes[++at];
        digit = byte - ZERO;
      }
    }
    if (isEndOfNumber(byte) && digits + decimals > 0 && decimals < POWERS_OF_TEN.length) {
      const size = whole / POWERS_OF_TEN[decimals];
      out[i] = isNegative ? -size : size;
    } else {
      while (!isEndOfNumber(bytes[at])) at++;
      const number = decimalFloat(bytes, from, at);
      if (!Number.isFinite(number)) return -1;
      out[i] = number;
    }
  }
  return at;
}

function isEndOfNumber(byte: number): boolean {
  return byte === SPACE || byte === NEWLINE || byte === TAB || byte === RETURN;
}

/** Whether bytes are a decimal number, or what programs print for NaN and infinity. */
export function isNumberLike(bytes: Uint8Array, start: number, end: number): boolean {
  if (!Number.isNaN(decimalFloat(bytes, start, end))) return true;
  return end - start <= 9 && /^[-+]?(nan|inf(inity)?)$/i.test(fromLatin1(bytes.subarray(start, end)));
}
