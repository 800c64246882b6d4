import { beginsAsGzip, gunzipped, type PackingFault } from "@wordloom/bytes";
import { FOREIGN_HEAD } from "./foreign-text.js";
import { refuseForeign } from "./refuse-foreign.js";

/** Chunks of bytes, of any length. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Who reads, and what: for messages. */
export interface Named {
  readonly caller: string;
  readonly source: string;
}

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** Unpacks, and says in its own errors what is wrong with what is packed. */
export type Unpack = (packed: Pieces) => Pieces;

/**
 * The bytes of a text, unpacked if they are compressed with gzip.
 *
 * @throws Error for what is no plain text by its first bytes, with its name; for gzip that is damaged or cut off
 */
export function unpackedText(chunks: Chunks, named: Named): Pieces {
  const gunzip: Unpack = (packed) => gunzipped(packed, (fault) => packingError(named, fault));
  return unpackedBy(chunks, named, (head) => (beginsAsGzip(head) ? gunzip : undefined));
}

/** The bytes of a text, unpacked as `unpackOf` says for its first bytes. */
export async function* unpackedBy(
  chunks: Chunks,
  { caller, source }: Named,
  unpackOf: (head: Uint8Array) => Unpack | undefined,
): Pieces {
  const pieces = withHead(chunks);
  try {
    const head = await nextOf(pieces);
    const unpack = unpackOf(head);
    if (unpack === undefined) {
      refuseForeign(caller, source, head);
      yield head;
      yield* pieces;
      return;
    }
    const texts = withHead(unpack(prefixed(head, pieces)));
    const start = await nextOf(texts);
    // What is packed twice is refused by its name, like all else that is no text.
    refuseForeign(caller, source, start);
    yield* prefixed(start, texts);
  } finally {
    await pieces.return();
  }
}

/** The error for packed bytes that cannot be unpacked. */
export function packingError({ caller, source }: Named, { packing, reason, isWhole, cause }: PackingFault): Error {
  const likely = isWhole ? "" : "; is it damaged, or cut short?";
  return new Error(`${caller}: ${source} is broken as a ${packing} file (${reason})${likely}`, { cause });
}

/** Passes bytes on; the first piece has all those that tell what they are. */
async function* withHead(chunks: Chunks): Pieces {
  const head = new Uint8Array(FOREIGN_HEAD);
  let length = 0;
  for await (const chunk of chunks) {
    if (length === FOREIGN_HEAD) {
      yield chunk;
      continue;
    }
    const taken = Math.min(chunk.length, FOREIGN_HEAD - length);
    head.set(chunk.subarray(0, taken), length);
    length += taken;
    if (length < FOREIGN_HEAD) continue;
    yield head;
    if (taken < chunk.length) yield chunk.subarray(taken);
  }
  if (length < FOREIGN_HEAD) yield head.subarray(0, length);
}

async function nextOf(pieces: Pieces): Promise<Uint8Array> {
  const { value } = await pieces.next();
  return value ?? new Uint8Array(0);
}

async function* prefixed(first: Uint8Array, pieces: Pieces): Pieces {
  yield first;
  yield* pieces;
}
