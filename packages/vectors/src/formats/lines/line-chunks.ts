import { shortestDecimal } from "../../decimals/shortest-decimal.js";
import { joined } from "../../tables/joined.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { toUtf8 } from "../../words/text-coding.js";

const CHUNK = 1 << 20;

/** Writes a line for each row, in pieces of about 1 MiB: a first column, if there is one, and the numbers. */
export function* lineChunks(
  { words, dimension: D, data }: WordVectors,
  separator: string,
  firstColumn: (word: string, row: number) => Uint8Array | undefined,
): Generator<Uint8Array<ArrayBuffer>> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for (const [row, word] of words.entries()) {
    const first = firstColumn(word, row);
    let numbers = "";
    for (let d = 0; d < D; d++) {
      if (d > 0 || first !== undefined) numbers += separator;
      numbers += shortestDecimal(data[row * D + d]);
    }
    const line = [...(first === undefined ? [] : [first]), toUtf8(`${numbers}\n`)];
    for (const part of line) size += part.length;
    parts.push(...line);
    if (size >= CHUNK || row === words.length - 1) {
      yield joined(parts);
      parts = [];
      size = 0;
    }
  }
}
