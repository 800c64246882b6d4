import { gunzipMembers } from "./gunzip-members.js";
import { notingFailures } from "./noting-failures.js";
import { type PackingFault, packingFault } from "./packing-fault.js";

/**
 * Unpacks gzip as {@link gunzipMembers} does, with errors of the caller's own for faults of the packed bytes.
 *
 * @param errorOf - makes the error for a fault
 * @throws what `errorOf` makes if the bytes are damaged, cut off, or followed by something else; what the source throws
 *
 * @example
 * gunzipped(chunks, ({ reason }) => new Error(`text.gz cannot be unpacked: ${reason}`))
 */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  errorOf: (fault: PackingFault) => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  const failures: unknown[] = [];
  let unpackedBytes = 0;
  try {
    for await (const chunk of gunzipMembers(notingFailures(chunks, failures))) {
      unpackedBytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw failures.length > 0 ? error : errorOf(packingFault("gzip", unpackedBytes, error));
  }
}
