/** Bytes of UTF-8 that a word has at most. */
export const LONGEST_WORD: number = 2 ** 20;

/**
 * Cuts bytes so that every piece but the last ends with white space. In UTF-8 a byte below 128 is never part of
 * another character. Each byte is looked at once and copied twice at most, however long a word is, and however short chunks are.
 *
 * @param tooLong - called where more than {@link LONGEST_WORD} bytes have no white space; throws
 */
export async function* wholeTokens(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  tooLong: () => never,
): AsyncGenerator<Uint8Array, void, undefined> {
  let rest = new Uint8Array(1024);
  let length = 0;
  for await (const chunk of chunks) {
    const end = endOfLastToken(chunk);
    if (end > 0) {
      const piece = new Uint8Array(length + end);
      piece.set(rest.subarray(0, length));
      piece.set(chunk.subarray(0, end), length);
      length = 0;
      yield piece;
    }
    const left = chunk.length - end;
    if (length + left > LONGEST_WORD) tooLong();
    if (length + left > rest.length) {
      const larger = new Uint8Array(2 * (length + left));
      larger.set(rest.subarray(0, length));
      rest = larger;
    }
    rest.set(chunk.subarray(end), length);
    length += left;
  }
  yield rest.subarray(0, length);
}

/** Just after the last white space. */
function endOfLastToken(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && !(bytes[end - 1] === 32 || (bytes[end - 1] >= 9 && bytes[end - 1] <= 13))) end--;
  return end;
}
