import { errorOfWhole, trailingDataError } from "./packing-fault.js";

const MAGIC = 0xfd2fb528;
/** Frames that hold nothing packed begin with one of sixteen numbers from here on. */
const SKIPPABLE = 0x184d2a50;
const SIZE_BYTES = [0, 2, 4, 8];
const RUN = 1;
const RESERVED = 3;

/** Finds out whether the first bytes of a file are those of zstd. */
export function beginsAsZstd(head: Uint8Array): boolean {
  return head.length >= 4 && (number(head) === MAGIC || isSkippable(number(head)));
}

/**
 * Cuts the bytes of a zstd file where its frames end. (Node's decoder skips what follows a frame in the same chunk, and so
 * most of what `pzstd` and `cat a.zst b.zst` write.)
 *
 * @throws Error if the bytes are not zstd, end within a frame, or take a dictionary, with the place; what the source throws
 * @see RFC 8878, section 3.1
 */
export async function* zstdFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const frames = walk();
  let part = frames.next().value;
  let field: number[] = [];
  let left = part.bytes;
  let start = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; ) {
      const end = Math.min(chunk.length, at + left);
      if (part.isField) field.push(...chunk.subarray(at, end));
      left -= end - at;
      at = end;
      while (left === 0) {
        if (part.endsFrame) {
          yield chunk.subarray(from, at);
          from = at;
        }
        part = frames.next({ field: Uint8Array.from(field), end: start + at }).value;
        field = [];
        left = part.bytes;
      }
    }
    if (from < chunk.length) yield chunk.subarray(from);
    start += chunk.length;
  }
  if (!part.startsFrame || field.length > 0) throw new Error(`the packed data ends early, at byte ${start}`);
}

/** What comes next in the file. */
interface Part {
  readonly bytes: number;
  /** Whether its bytes say what follows. */
  readonly isField: boolean;
  readonly startsFrame?: true;
  readonly endsFrame?: true;
}

/** The bytes of the last part if it was a field, and where in the file it ended. */
interface Walked {
  readonly field: Uint8Array;
  readonly end: number;
}

function* walk(): Generator<Part, never, Walked> {
  for (;;) {
    const { field: magic, end } = yield { bytes: 4, isField: true, startsFrame: true };
    if (isSkippable(number(magic))) {
      const { field: size } = yield { bytes: 4, isField: true };
      yield { bytes: number(size), isField: false, endsFrame: true };
      continue;
    }
    if (number(magic) !== MAGIC) {
      throw trailingDataError(end - 4);
    }
    const { field } = yield { bytes: 1, isField: true };
    const [descriptor] = field;
    if ((descriptor & 3) !== 0) {
      throw errorOfWhole(`the frame at byte ${end - 4} was packed with a dictionary, and zstd -D unpacks it`);
    }
    const hasWindow = (descriptor & 0x20) === 0;
    const sizeBytes = Math.max(SIZE_BYTES[descriptor >> 6], hasWindow ? 0 : 1);
    yield { bytes: (hasWindow ? 1 : 0) + sizeBytes, isField: false };
    for (let isLast = false; !isLast; ) {
      const block = yield { bytes: 3, isField: true };
      const header = number(block.field);
      const type = (header >> 1) & 3;
      if (type === RESERVED) throw new Error(`the block at byte ${block.end - 3} is of no known kind`);
      isLast = (header & 1) === 1;
      yield { bytes: type === RUN ? 1 : header >> 3, isField: false };
    }
    yield { bytes: (descriptor & 4) === 0 ? 0 : 4, isField: false, endsFrame: true };
  }
}

function isSkippable(magic: number): boolean {
  return magic >= SKIPPABLE && magic < SKIPPABLE + 16;
}

/** Of up to four bytes, the lowest first. */
function number(bytes: Uint8Array): number {
  return bytes.subarray(0, 4).reduce((sum, byte, i) => sum + byte * 2 ** (8 * i), 0);
}
