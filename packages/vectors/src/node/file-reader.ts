import type { FileHandle } from "node:fs/promises";
import type { BlockReader } from "../block-reader.js";
import { readError } from "./system-message.js";

/** The bytes of an open file, from where it is. */
export function fileReader(file: FileHandle, path: string, isAhead: boolean): BlockReader {
  return {
    isAhead,
    async read(into) {
      const { bytesRead } = await file.read(into, 0, into.length, null).catch((error) => {
        throw readError(path, error);
      });
      return bytesRead;
    },
    close: () => file.close(),
  };
}
