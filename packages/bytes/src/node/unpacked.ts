import { pipeline, Readable } from "node:stream";
import * as zlib from "node:zlib";
import { notingFailures } from "../noting-failures.js";
import { type PackingFault, packingFault, trailingDataError } from "../packing-fault.js";
import { zstdFrames } from "../zstd-frames.js";

/** Bytes of a chunk: what a reader goes through at a time, while zlib unpacks the next on another thread. */
const CHUNK = 1 << 20;
const settings = { chunkSize: CHUNK, readableHighWaterMark: 2 * CHUNK };

/** Whether this Node unpacks zstd, as Node does since 22.15 and 23.8. */
export const hasZstd: boolean = typeof zlib.createZstdDecompress === "function";

/**
 * Unpacks gzip, of one member or several, or zstd, of one frame or several, with Node's zlib, which is faster than
 * `gunzipped`. For zstd, {@link hasZstd} must be true.
 *
 * @param errorOf - makes the error for a fault
 * @throws what `errorOf` makes if the bytes are damaged, cut off, or followed by something else; what the source throws
 *
 * @example
 * unpacked(createReadStream("text.gz"), "gzip", ({ reason }) => new Error(`text.gz cannot be unpacked: ${reason}`))
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  packing: "gzip" | "zstd",
  errorOf: (fault: PackingFault) => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  const unpacker = packing === "gzip" ? zlib.createGunzip(settings) : zlib.createZstdDecompress(settings);
  const failures: unknown[] = [];
  const given = { end: 0 };
  const source = notingFailures(chunks, failures);
  const packed = packing === "gzip" ? notingEnd(source, given) : zstdFrames(source);
  // Whoever reads the last stream of a pipeline meets its errors there; the callback has nothing to add.
  pipeline(Readable.from(packed, { highWaterMark: 2 }), unpacker, () => {});
  let unpackedBytes = 0;
  try {
    for await (const chunk of unpacker) {
      unpackedBytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw failures.length > 0 ? error : errorOf(packingFault(packing, unpackedBytes, explained(error)));
  }
  // Behind a zero, zlib passes over all that follows, be it another member.
  if (unpacker.bytesWritten < given.end) {
    throw errorOf(packingFault(packing, unpackedBytes, trailingDataError(unpacker.bytesWritten)));
  }
}

/** What begins as gzip has a right header, so that a wrong one is that of what follows. */
function explained(error: unknown): unknown {
  return (error as Error).message === "incorrect header check" ? trailingDataError() : error;
}

/** Passes chunks on, and notes where the last byte ends that is not zero; zeros behind it fill a tape. */
async function* notingEnd(
  chunks: AsyncIterable<Uint8Array>,
  given: { end: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  let start = 0;
  for await (const chunk of chunks) {
    const last = chunk.findLastIndex((byte) => byte !== 0);
    if (last >= 0) given.end = start + last + 1;
    start += chunk.length;
    yield chunk;
  }
}
