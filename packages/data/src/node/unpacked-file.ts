import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { beginsAsZstd, zstdFrames } from "@wordloom/bytes";
import { beginsAsGzip, brokenPacking, type Named, type Unpack, unpackedBy } from "../bytes/unpacked-text.js";

const CHUNK = 2 ** 20;
const BEHIND = "behind the packed data, there is something else";

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/**
 * The bytes of a text file, unpacked if they are compressed with gzip or zstd, by what Node has for these.
 *
 * @throws Error for what is no plain text by its first bytes, with its name; for what is packed and damaged, cut off, or
 * followed by something else; for zstd where Node is older than 22.15
 */
export function unpackedFile(chunks: AsyncIterable<Uint8Array>, named: Named): Pieces {
  return unpackedBy(chunks, named, (head) => unpackOf(head, named));
}

function unpackOf(head: Uint8Array, named: Named): Unpack | undefined {
  if (beginsAsGzip(head)) return (packed) => gunzipped(packed, named);
  if (!beginsAsZstd(head)) return undefined;
  if ("createZstdDecompress" in zlib) return (packed) => unpackedZstd(packed, named);
  throw new Error(
    `${named.caller}: ${named.source} is compressed with zstd, which Node ${process.versions.node} cannot unpack; ` +
      "22.15 and 23.8 can, and so does zstd -dc",
  );
}

async function* gunzipped(packed: Pieces, named: Named): Pieces {
  const gunzip = zlib.createGunzip({ chunkSize: CHUNK });
  const given = { end: 0 };
  yield* through(gunzip, upToLast(packed, given), "gzip", named);
  // Behind a zero, zlib passes over all that follows, be it another member.
  if (gunzip.bytesWritten < given.end) {
    throw brokenPacking(named, "gzip", new Error(`from byte ${gunzip.bytesWritten} on, ${BEHIND}`));
  }
}

async function* unpackedZstd(packed: Pieces, named: Named): Pieces {
  yield* through(zlib.createZstdDecompress({ chunkSize: CHUNK }), zstdFrames(packed), "zstd", named);
}

async function* through(transform: Transform, packed: Pieces, packing: string, named: Named): Pieces {
  // Whoever reads the last stream of a pipeline meets its errors there; the callback has nothing to add.
  pipeline(Readable.from(packed, { highWaterMark: 2 }), transform, () => {});
  try {
    yield* transform;
  } catch (error) {
    throw isOfPacking(error) ? brokenPacking(named, packing, isOfNext(error) ? new Error(BEHIND) : error) : error;
  }
}

/** What begins as gzip has a right header, so that a wrong one is that of what follows. */
function isOfNext(error: unknown): boolean {
  return (error as Error).message === "incorrect header check";
}

function isOfPacking(error: unknown): boolean {
  const { name, code } = Object(error) as Partial<Record<string, unknown>>;
  return name === "RangeError" || /^(Z_|ZSTD_)/.test(String(code));
}

/** The same chunks; notes where the last byte ends that is not zero, as those are that fill a tape. */
async function* upToLast(chunks: Pieces, given: { end: number }): Pieces {
  let start = 0;
  for await (const chunk of chunks) {
    const last = chunk.findLastIndex((byte) => byte !== 0);
    if (last >= 0) given.end = start + last + 1;
    start += chunk.length;
    yield chunk;
  }
}
