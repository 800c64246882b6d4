import { gunzipMembers } from "@wordloom/bytes";
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
  return unpackedBy(chunks, named, (head) => (beginsAsGzip(head) ? (packed) => gunzipped(packed, named) : undefined));
}

/** The same with other ways to unpack: what `unpackOf` says for the first bytes. */
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

export function beginsAsGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The message for packed bytes that are damaged. */
export function brokenPacking({ caller, source }: Named, packing: string, error: unknown): Error {
  const reason = String((Object(error) as { message?: unknown }).message ?? error);
  const cause = /(something else|unpacks it)$/.test(reason) ? "" : "; is it damaged, or cut short?";
  return new Error(`${caller}: ${source} is broken as a ${packing} file (${reason})${cause}`, { cause: error });
}

async function* gunzipped(packed: Pieces, named: Named): Pieces {
  const failures: unknown[] = [];
  try {
    yield* gunzipMembers(watched(packed, failures));
  } catch (error) {
    throw failures.length > 0 ? error : brokenPacking(named, "gzip", error);
  }
}

/** Notes what the source fails with, which is nothing that is wrong with the packed bytes. */
async function* watched(chunks: Pieces, failures: unknown[]): Pieces {
  try {
    yield* chunks;
  } catch (error) {
    failures.push(error);
    throw error;
  }
}

/** The same bytes, of which the first piece has all that tell what they are. */
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
