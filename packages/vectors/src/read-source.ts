import { type BlockReader, chunkReader, chunksOf } from "./block-reader.js";
import { type Ask, emptyWindow } from "./byte-window.js";
import { type ReadingOptions, vectorsReading } from "./decode-vectors.js";
import { readBlocks, refill } from "./read-blocks.js";
import type { WordList } from "./word-list.js";
import type { WordVectors } from "./word-vectors.js";

/** Where bytes come from, and what to do where they are not all that it takes. */
export interface Source {
  readonly reader: BlockReader;
  /** Bytes in all, where that is known. */
  readonly size: number | undefined;
  /** Bytes that there may well be, where their number is not known. */
  readonly likely?: number;
  readonly gunzip: (packed: AsyncGenerator<Uint8Array, void>) => AsyncGenerator<Uint8Array, void>;
  readonly words: (ask: Ask) => Promise<WordList | undefined>;
}

/** Times as many bytes as are packed may well come out: numbers that were rounded to a byte or two take four. */
const UNPACKED = 4;

/** Word vectors from a source, compressed with gzip or not. */
export async function readSource(
  { reader, size, likely, gunzip, words }: Source,
  options: ReadingOptions,
): Promise<WordVectors> {
  const window = emptyWindow(size, likely);
  try {
    do await refill(reader, window);
    while (window.end < 2 && !window.isLast);
    const isPacked = window.bytes[0] === 0x1f && window.bytes[1] === 0x8b;
    if (!isPacked) return await readBlocks(reader, window, vectorsReading(window, options), words);
    const unpacked = chunkReader(gunzip(chunksOf(reader, window.bytes.subarray(0, window.end))));
    const source = { reader: unpacked, size: undefined, likely: UNPACKED * (size ?? 0), gunzip, words };
    return await readSource(source, options);
  } finally {
    await reader.close();
  }
}
