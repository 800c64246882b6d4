import { pipeline, Readable } from "node:stream";
import * as zlib from "node:zlib";
import { zstdFrames } from "@wordloom/bytes";
import { unpackingError } from "../reading/gunzipped.js";

/** Bytes of a chunk: what a reader goes through at a time, while zlib unpacks the next on another thread. */
const CHUNK = 1 << 20;
const settings = { chunkSize: CHUNK, readableHighWaterMark: 2 * CHUNK };

/** Node has zstd since 22.15 and 23.8. */
export const hasZstd: boolean = typeof zlib.createZstdDecompress === "function";

/**
 * Unpacks gzip, of one member or several, as zlib does, which is faster than what pages have to do with; or zstd, where
 * {@link hasZstd}, of one frame or several.
 *
 * @throws Error for bytes that are damaged, cut off, or followed by others, with how many were unpacked before; what the
 * source throws
 */
export async function* unpackedFile(
  chunks: AsyncGenerator<Uint8Array, void>,
  path: string,
  packing: "gzip" | "zstd",
): AsyncGenerator<Uint8Array, void> {
  const unpacker = packing === "gzip" ? zlib.createGunzip(settings) : zlib.createZstdDecompress(settings);
  const given = { end: 0 };
  const packed = packing === "gzip" ? watched(chunks, given) : zstdFrames(chunks);
  pipeline(Readable.from(packed, { highWaterMark: 2 }), unpacker, () => {});
  let unpacked = 0;
  try {
    for await (const chunk of unpacker) {
      unpacked += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw isOfPacking(error) ? unpackingError(path, unpacked, error) : error;
  }
  // Behind a zero, zlib passes over all that follows, be it another member.
  const { bytesWritten } = unpacker;
  if (bytesWritten < given.end) {
    const reason = `from byte ${bytesWritten} on, behind the packed data, there is something else`;
    throw unpackingError(path, unpacked, new Error(reason));
  }
}

/** Passes chunks on, and notes where the last byte ends that is not zero; zeros behind it fill a tape. */
async function* watched(
  chunks: AsyncGenerator<Uint8Array, void>,
  given: { end: number },
): AsyncGenerator<Uint8Array, void> {
  let start = 0;
  for await (const chunk of chunks) {
    const last = chunk.findLastIndex((byte) => byte !== 0);
    if (last >= 0) given.end = start + last + 1;
    start += chunk.length;
    yield chunk;
  }
}

function isOfPacking(error: unknown): boolean {
  const { name, code } = Object(error) as Partial<Record<string, unknown>>;
  return name === "RangeError" || /^(Z|ZSTD)_/.test(String(code));
}
