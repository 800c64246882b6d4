import type { BlockReader } from "./block-reader.js";
import { type Ask, type ByteWindow, makeRoom, type Reading } from "./byte-window.js";
import type { WordList } from "./word-list.js";

/** Large enough that asking costs nothing, small enough to stay in the processor's cache. */
const BLOCK = 1 << 20;
/** What the window holds of a file that is large enough. */
const ROOM = 8 * BLOCK;

/** A block that is being read while the one before is used. */
interface Pending {
  readonly into: Uint8Array;
  readonly count: Promise<number>;
}

/** What a reading comes to on bytes that arrive block by block. It need not be all of them; no more are read then. */
export async function readBlocks<T>(
  reader: BlockReader,
  window: ByteWindow,
  reading: Reading<T>,
  words: (ask: Ask) => Promise<WordList | undefined>,
): Promise<T> {
  let pending: Pending | undefined;
  try {
    let step = reading.next();
    while (step.done !== true) {
      if (step.value === "bytes") {
        pending = await refill(reader, window, pending);
        step = reading.next();
      } else {
        step = reading.next(await words(step.value));
      }
    }
    return step.value;
  } finally {
    // Memory that is still written to must not be left to others.
    await pending?.count.catch(() => {});
  }
}

/**
 * Waits until there are twice as many unread bytes, so that a reader which goes through them anew each time does so in
 * linear time; and has the next block read ahead.
 */
export async function refill(reader: BlockReader, window: ByteWindow, ahead?: Pending): Promise<Pending | undefined> {
  const enough = 2 * (window.end - window.at);
  let pending = ahead;
  do {
    const { into, count } = pending ?? started(reader, window);
    pending = undefined;
    const read = await count;
    if (read === 0) window.isLast = true;
    // The reader may have moved the window since.
    if (into.buffer !== window.bytes.buffer || into.byteOffset !== window.bytes.byteOffset + window.end) {
      makeRoom(window, read);
      window.bytes.set(into.subarray(0, read), window.end);
    }
    window.end += read;
  } while (!window.isLast && window.end - window.at < Math.max(enough, 1));
  const hasRoom = window.bytes.length - window.end >= BLOCK;
  return reader.isAhead && hasRoom && !window.isLast ? started(reader, window) : undefined;
}

function started(reader: BlockReader, window: ByteWindow): Pending {
  if (window.bytes.length - window.end < BLOCK) {
    const left = window.size === undefined ? BLOCK : window.size - window.offset - window.end;
    // One byte more than the file has, or its end would not be seen.
    makeRoom(window, Math.min(window.end === 0 ? ROOM : BLOCK, left + 1));
  }
  const into = window.bytes.subarray(window.end, window.end + BLOCK);
  const count = reader.read(into);
  // It may fail before anybody waits for it, which would end the process.
  count.catch(() => {});
  return { into, count };
}
