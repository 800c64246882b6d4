import type { BlockReader } from "../reading/block-reader.js";
import { readError } from "./system-message.js";

/** What is needed of a `FileHandle`. */
export interface OpenFile {
  read(into: Uint8Array, offset: number, length: number, position: number | null): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}

/**
 * The bytes of an open file, from where it is.
 *
 * @param isRegular - whether it has positions, as a pipe has not. Then it may be asked for several blocks at a time, for
 * most of the time of reading goes into new memory being given, which two cores do twice as fast.
 */
export function fileReader(file: OpenFile, path: string, isRegular: boolean): BlockReader {
  const read = async (into: Uint8Array, start: number, position: number | null): Promise<number> => {
    const { bytesRead } = await file.read(into, start, into.length - start, position).catch((error) => {
      throw readError(path, error);
    });
    return bytesRead;
  };
  let next = 0;
  return {
    isAhead: isRegular,
    async read(into) {
      if (!isRegular) return read(into, 0, null);
      const position = next;
      next += into.length;
      let end = 0;
      // Some file systems give less than they are asked for; what the next block holds is not to depend on it.
      while (end < into.length) {
        const count = await read(into, end, position + end);
        if (count === 0) break;
        end += count;
      }
      return end;
    },
    close: () => file.close(),
  };
}
