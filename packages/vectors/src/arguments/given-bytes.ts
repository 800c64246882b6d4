import { givenKind } from "@wordloom/arguments";
import { type Bytes, bytesOf } from "@wordloom/bytes";

/** @throws TypeError for what is not in memory, with what would read it */
export function givenBytes(caller: string, given: Bytes): Uint8Array {
  const bytes = bytesOf(given);
  if (bytes !== undefined) return bytes;
  throw new TypeError(
    `${caller}: the file is ${givenKind(given)}, not its bytes in memory, such as a Uint8Array; readVectors takes streams, responses ` +
      "and blobs, that of @wordloom/vectors/node a path",
  );
}
