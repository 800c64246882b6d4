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
  readonly gunzip: (packed: AsyncGenerator<Uint8Array, void>) => AsyncGenerator<Uint8Array, void>;
  readonly words: (ask: Ask) => Promise<WordList | undefined>;
}

/** Word vectors from a source, compressed with gzip or not. */
export async function readSource(
  { reader, size, gunzip, words }: Source,
  options: ReadingOptions,
): Promise<WordVectors> {
  const window = emptyWindow(size);
  try {
    do await refill(reader, window);
    while (window.end < 2 && !window.isLast);
    const isPacked = window.bytes[0] === 0x1f && window.bytes[1] === 0x8b;
    if (!isPacked) return await readBlocks(reader, window, vectorsReading(window, options), words);
    const unpacked = chunkReader(gunzip(chunksOf(reader, window.bytes.subarray(0, window.end))));
    return await readSource({ reader: unpacked, size: undefined, gunzip, words }, options);
  } finally {
    await reader.close();
  }
}
