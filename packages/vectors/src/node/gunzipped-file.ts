import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { unpackingError } from "../gunzipped.js";

/** As much as a reader goes through at a time, so that as much is unpacked meanwhile, on another thread. */
const CHUNK = 1 << 20;
const settings = { chunkSize: CHUNK, readableHighWaterMark: 2 * CHUNK };

/**
 * Unpacks gzip, of one member or several, as zlib does, which is faster than what browsers have.
 *
 * @throws Error for bytes that are damaged or cut off, with how many were unpacked before; what the source throws
 */
export async function* gunzippedFile(
  chunks: AsyncGenerator<Uint8Array, void>,
  path: string,
): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip(settings);
  pipeline(Readable.from(chunks, { highWaterMark: 2 }), gunzip, () => {});
  let unpacked = 0;
  try {
    for await (const chunk of gunzip) {
      unpacked += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? unpackingError(path, unpacked, error) : error;
  }
}

function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
