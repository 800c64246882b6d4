import { beginsAsGzip, beginsAsZstd } from "@wordloom/bytes";
import type { Packing } from "../foreign/foreign-format.js";
import { type ReadingOptions, vectorsReading } from "../formats/decode-vectors.js";
import { isSafetensors } from "../formats/safetensors/is-safetensors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import type { WordsForTable } from "../word-lists/table-words.js";
import { type BlockReader, chunkReader, chunksOf } from "./block-reader.js";
import { emptyWindow, type WordsAsk } from "./byte-window.js";
import type { GivenOptions } from "./decode-options.js";
import { readBlocks, refill } from "./read-blocks.js";

type Unpack = (packed: AsyncGenerator<Uint8Array, void>) => AsyncGenerator<Uint8Array, void>;

/** Where bytes come from, and what to do where they are not all that it takes. */
export interface Source {
  readonly reader: BlockReader;
  /** Bytes in all, where that is known. */
  readonly size: number | undefined;
  /** Bytes that there may well be, where their number is not known. */
  readonly likely?: number;
  readonly gunzip: Unpack;
  /** Unpacks zstd, if there is something that does. */
  readonly unzstd?: Unpack | undefined;
  readonly words: (ask: WordsAsk) => Promise<WordsForTable | undefined>;
}

/** Times as many bytes as are packed may well come out: numbers that were rounded to a byte or two take four. */
const UNPACKED = 4;

/** Bytes that tell compression from the length of a safetensors header. */
const START = 9;

/**
 * Word vectors from a source, compressed or not.
 *
 * @param packings - what it was unpacked from already, the outermost first
 */
export async function readSource(
  { reader, size, likely, gunzip, unzstd, words }: Source,
  options: ReadingOptions & GivenOptions,
  packings: readonly Packing[] = [],
): Promise<WordVectors> {
  const window = emptyWindow(size, likely);
  try {
    do await refill(reader, window);
    while (window.end < START && !window.isLast);
    const start = window.bytes.subarray(0, window.end);
    const [packing, unpack] = isGzip(start)
      ? (["gzip", gunzip] as const)
      : (["zstd", isZstd(start) ? unzstd : undefined] as const);
    if (unpack === undefined) return await readBlocks(reader, window, vectorsReading(window, options, packings), words);
    const unpacked = chunkReader(unpack(chunksOf(reader, start)));
    const source = { reader: unpacked, size: undefined, likely: UNPACKED * (size ?? 0), gunzip, unzstd, words };
    return await readSource(source, options, [...packings, packing]);
  } finally {
    await reader.close();
  }
}

function isGzip(start: Uint8Array): boolean {
  return beginsAsGzip(start) && !isSafetensors(start);
}

function isZstd(start: Uint8Array): boolean {
  return beginsAsZstd(start) && !isSafetensors(start);
}
