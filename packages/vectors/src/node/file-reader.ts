import type { BlockReader } from "../block-reader.js";
import { readError } from "./system-message.js";

/** What is needed of a `FileHandle`. */
export interface OpenFile {
  read(into: Uint8Array, offset: number, length: number, position: number | null): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}

/** A smaller block is not worth a second request. */
const WORTH_HALVING = 1 << 18;

/**
 * The bytes of an open file, from where it is.
 *
 * @param isRegular - whether it has positions, as a pipe has not. Then the two halves of a block are read at the same
 * time, for most of the time of reading goes into new memory being given, which two cores do twice as fast.
 */
export function fileReader(file: OpenFile, path: string, isRegular: boolean): BlockReader {
  const read = async (into: Uint8Array, start: number, end: number, position: number | null): Promise<number> => {
    const { bytesRead } = await file.read(into, start, end - start, position).catch((error) => {
      throw readError(path, error);
    });
    return bytesRead;
  };
  let position = 0;
  return {
    isAhead: isRegular,
    async read(into) {
      const { length } = into;
      if (!isRegular) return read(into, 0, length, null);
      const half = length < WORTH_HALVING ? length : length >> 1;
      const [first, second] = await Promise.all([
        read(into, 0, half, position),
        half < length ? read(into, half, length, position + half) : 0,
      ]);
      // After a first half that is not full, what came behind it is not what follows it.
      const count = first < half ? first : first + second;
      position += count;
      return count;
    },
    close: () => file.close(),
  };
}
