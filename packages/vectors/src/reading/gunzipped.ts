import { fileError } from "@wordloom/arguments";
import { gunzipMembers } from "@wordloom/bytes";

/**
 * Unpacks gzip of one member or several, as `cat a.gz b.gz` makes; in pages, where zlib is not.
 *
 * @throws Error for bytes that are damaged or cut off, with how many were unpacked before; what the source throws
 */
export async function* gunzipped(
  chunks: AsyncGenerator<Uint8Array, void>,
  source: string | undefined,
): AsyncGenerator<Uint8Array, void> {
  const failures: unknown[] = [];
  let unpacked = 0;
  try {
    for await (const chunk of gunzipMembers(watched(chunks, failures))) {
      unpacked += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw failures.length > 0 ? error : unpackingError(source, unpacked, error);
  }
}

export function unpackingError(source: string | undefined, unpacked: number, error: unknown): Error {
  const reason = (Object(error) as { message?: unknown }).message ?? error;
  return fileError("readVectors", source)(`cannot unpack more than ${unpacked} bytes: ${reason}; is it whole?`);
}

/** Notes what the source fails with, which is nothing that is wrong with the packed bytes. */
async function* watched(
  chunks: AsyncGenerator<Uint8Array, void>,
  failures: unknown[],
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    failures.push(error);
    throw error;
  }
}
