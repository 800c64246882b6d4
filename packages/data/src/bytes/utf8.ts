/** Where bytes first cease to be UTF-8, or −1. A character that lacks a byte is wrong from where it begins. */
export function firstInvalidByte(bytes: Uint8Array): number {
  if (isUtf8(bytes, false)) return -1;
  // The longest beginning that is right so far: bisection needs twenty looks at a megabyte.
  let right = 0;
  let wrong = bytes.length + 1;
  while (wrong - right > 1) {
    const middle = (right + wrong) >>> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) right = middle;
    else wrong = middle;
  }
  if (isUtf8(bytes.subarray(0, right), false)) return right;
  let start = right - 1;
  while ((bytes[start] & 0xc0) === 0x80) start--;
  return start;
}

/** Whether bytes are UTF-8 up to a last character of which two bytes or more are there, and not all: one may be Latin-1. */
export function isCutCharacter(bytes: Uint8Array): boolean {
  return bytes.length > 1 && !isUtf8(bytes, false) && isUtf8(bytes, true);
}

/** How many bytes a text has in UTF-8. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function isUtf8(bytes: Uint8Array, mayEndWithinCharacter: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: mayEndWithinCharacter });
    return true;
  } catch {
    return false;
  }
}
