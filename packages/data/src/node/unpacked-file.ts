import { beginsAsGzip, beginsAsZstd } from "@wordloom/bytes";
import { hasZstd, unpacked } from "@wordloom/bytes/node";
import { type Named, packingError, type Unpack, unpackedBy } from "../bytes/unpacked-text.js";

/**
 * The bytes of a text file, unpacked if they are compressed with gzip or zstd, by what Node has for these.
 *
 * @throws Error for what is no plain text by its first bytes, with its name; for what is packed and damaged, cut off, or
 * followed by something else; for zstd where Node is older than 22.15
 */
export function unpackedFile(
  chunks: AsyncIterable<Uint8Array>,
  named: Named,
): AsyncGenerator<Uint8Array, void, undefined> {
  return unpackedBy(chunks, named, (head) => unpackOf(head, named));
}

function unpackOf(head: Uint8Array, named: Named): Unpack | undefined {
  const packing = beginsAsGzip(head) ? "gzip" : beginsAsZstd(head) ? "zstd" : undefined;
  if (packing === undefined) return undefined;
  if (packing === "zstd" && !hasZstd) {
    throw new Error(
      `${named.caller}: ${named.source} is compressed with zstd, which Node ${process.versions.node} cannot unpack; ` +
        "22.15 and 23.8 can, and so does zstd -dc",
    );
  }
  return (packed) => unpacked(packed, packing, (fault) => packingError(named, fault));
}
