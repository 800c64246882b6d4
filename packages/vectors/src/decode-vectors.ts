import { type DecodeOptions, decodeBinary } from "./decode-binary.js";
import { decodeText } from "./decode-text.js";
import { fromLatin1 } from "./text-coding.js";
import type { WordVectors } from "./word-vectors.js";
import { fileError, type Header, word2vecHeader } from "./word2vec-header.js";

/** The two forms of a word2vec file; the header is the same. */
export type VectorsFormat = "binary" | "text";

const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * Word vectors from the bytes of a word2vec file, text or binary, whichever it is.
 *
 * @throws Error as `decodeText` and `decodeBinary` do
 */
export function decodeVectors(bytes: Uint8Array, options: DecodeOptions = {}): WordVectors {
  return detectFormat(bytes, options) === "text" ? decodeText(bytes, options) : decodeBinary(bytes, options);
}

/**
 * Whether a word2vec file is text or binary, by its first row: as text it has `D` numbers, as binary it almost
 * always has a byte that no text has. If neither holds, it is binary exactly if rows of binary numbers fill it.
 *
 * @throws Error for a file without the header of both
 */
export function detectFormat(bytes: Uint8Array, { source }: DecodeOptions = {}): VectorsFormat {
  const header = word2vecHeader(bytes, () => 0, fileError("decodeVectors", source));
  const space = bytes.indexOf(SPACE, header.length);
  if (space < 0) return "text";
  let end = space;
  for (; end < bytes.length && bytes[end] !== NEWLINE; end++) if (!isPrintable(bytes[end])) return "binary";
  const numbers = fromLatin1(bytes.subarray(space, end))
    .split(/\s+/)
    .filter((token) => token !== "");
  if (numbers.length === header.D && numbers.every((token) => /^([-+.\de]+|[-+]?(nan|inf(inity)?))$/i.test(token))) {
    return "text";
  }
  return isFilledByRows(bytes, header) ? "binary" : "text";
}

/** ASCII that isn't a control character, or the tab and the return of a line. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0d;
}

function isFilledByRows(bytes: Uint8Array, { V, D, length }: Header): boolean {
  let at = length;
  for (let row = 0; row < V; row++) {
    const space = bytes.indexOf(SPACE, at);
    if (space < 0) return false;
    at = space + 1 + 4 * D;
    while (bytes[at] === NEWLINE) at++;
  }
  return at === bytes.length;
}
