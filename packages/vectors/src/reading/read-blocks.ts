import type { WordsForTable } from "../word-lists/table-words.js";
import type { BlockReader } from "./block-reader.js";
import { type ByteWindow, makeRoom, type Reading, type WordsAsk } from "./byte-window.js";

/** Large enough that asking costs nothing, small enough to stay in the processor's cache. */
const BLOCK = 1 << 20;
/** Of a file of which nothing is known yet: enough for its header. */
const FIRST_BLOCK = 1 << 16;
/** Blocks that are being read at a time, enough that there is always one to read and one to use. */
const AHEAD = 4;
/** What the window holds of a file that is large enough. */
const ROOM = 1 << 23;
/** A window that large is in the memory of a table. There each byte is used once, and to ask less often saves 4 % of the work. */
const LARGE_ROOM = 1 << 25;
const LARGE_BLOCK = 1 << 21;

/** A block that is being read. */
interface Pending {
  readonly into: Uint8Array;
  readonly count: Promise<number>;
}

/** What a reading comes to on bytes that arrive block by block. It need not be all of them; no more are read then. */
export async function readBlocks<T>(
  reader: BlockReader,
  window: ByteWindow,
  reading: Reading<T>,
  words: (ask: WordsAsk) => Promise<WordsForTable | undefined>,
): Promise<T> {
  const pending: Pending[] = [];
  try {
    let step = reading.next();
    while (step.done !== true) {
      if (step.value === "bytes") {
        await refill(reader, window, pending);
        step = reading.next();
      } else {
        step = reading.next(await words(step.value));
      }
    }
    return step.value;
  } finally {
    // Memory that is still written to must not be left to others.
    await Promise.allSettled(pending.map(({ count }) => count));
  }
}

/**
 * Waits until there are twice as many unread bytes, so that a reader which goes through them anew each time does so in
 * linear time.
 *
 * @param pending - blocks that are being read, in the order of the file; if not given, none is read ahead of its use
 */
export async function refill(reader: BlockReader, window: ByteWindow, pending?: Pending[]): Promise<void> {
  const enough = Math.max(1, 2 * (window.end - window.at));
  do {
    const next = pending?.shift() ?? firstBlock(reader, window);
    if (pending !== undefined && reader.isAhead) readAhead(reader, window, next, pending);
    const { into, count } = next;
    const read = await count;
    window.isLast = read === 0 || (reader.isAhead && read < into.length);
    // The reader may have moved the window since.
    if (into.buffer !== window.bytes.buffer || into.byteOffset !== window.bytes.byteOffset + window.end) {
      makeRoom(window, read);
      window.bytes.set(into.subarray(0, read), window.end);
    }
    window.end += read;
  } while (!window.isLast && window.end - window.at < enough);
}

/** Has blocks behind the next read to where they will be in the window, as far as there is room and the file goes. */
function readAhead(reader: BlockReader, window: ByteWindow, next: Pending, pending: Pending[]): void {
  const { bytes, offset, size = Number.POSITIVE_INFINITY } = window;
  const length = blockLength(window);
  const room = Math.min(bytes.length - length, size - offset);
  let end = pending.reduce((end, { into }) => end + into.length, window.end + next.into.length);
  for (; pending.length < AHEAD - 1 && end <= room; end += length) pending.push(block(reader, bytes, end, length));
}

/** A block that nobody reads yet. No other is being read, so the bytes of the window may be moved. */
function firstBlock(reader: BlockReader, window: ByteWindow): Pending {
  if (window.bytes.length - window.end < BLOCK) {
    const left = window.size === undefined ? BLOCK : window.size - window.offset - window.end;
    // One byte more than the file has, or its end would not be seen.
    makeRoom(window, Math.min(window.end === 0 ? ROOM : BLOCK, left + 1));
  }
  const isFirst = window.offset + window.end === 0;
  return block(reader, window.bytes, window.end, isFirst ? FIRST_BLOCK : blockLength(window));
}

function blockLength({ bytes }: ByteWindow): number {
  return bytes.length < LARGE_ROOM ? BLOCK : LARGE_BLOCK;
}

function block(reader: BlockReader, bytes: Uint8Array, start: number, length: number): Pending {
  const into = bytes.subarray(start, start + length);
  const count = reader.read(into);
  // It may fail before anybody waits for it, which would end the process.
  count.catch(() => {});
  return { into, count };
}
