/** Bytes to ask for at a time, and so few that it is not worth to ask for them. */
const BLOCK = 1 << 20;
const LEAST_ROOM = 1 << 15;

/** Where the bytes of a file come from, block by block. */
export interface BlockReader {
  /** Writes the next bytes to the front of an array, and returns how many there were: none at the end, else some. */
  read(into: Uint8Array): Promise<number>;
  close(): Promise<void>;
  /**
   * Whether to read blocks ahead of their use, several at a time, all of which are filled but the last of the file. They
   * would keep a reader that wants no more waiting for a slow source.
   */
  readonly isAhead: boolean;
}

/** Chunks of any size as blocks. A chunk is used until the next is asked for, and no longer. */
export function chunkReader(chunks: AsyncIterator<Uint8Array>): BlockReader {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    isAhead: false,
    async read(into) {
      while (rest.length === 0) {
        const { done, value } = await chunks.next();
        if (done === true) return 0;
        rest = value;
      }
      const count = Math.min(into.length, rest.length);
      into.set(rest.subarray(0, count));
      rest = rest.subarray(count);
      return count;
    },
    async close() {
      await chunks.return?.();
    },
  };
}

/** The bytes that are left of a file after some that have been read already, in memory of their own. */
export async function* chunksOf(reader: BlockReader, first: Uint8Array): AsyncGenerator<Uint8Array, void> {
  try {
    yield first;
    let room = new Uint8Array(0);
    for (;;) {
      if (room.length < LEAST_ROOM) room = new Uint8Array(BLOCK);
      const count = await reader.read(room);
      if (count === 0) return;
      yield room.subarray(0, count);
      room = room.subarray(count);
    }
  } finally {
    await reader.close();
  }
}
