import { fileError } from "@wordloom/arguments";
import type { PackingFault } from "@wordloom/bytes";

/** Errors for packed bytes of a file that cannot be unpacked. */
export function unpackingError(source: string | undefined): (fault: PackingFault) => Error {
  const error = fileError("readVectors", source);
  return ({ unpackedBytes, reason, isWhole }) =>
    error(`cannot unpack more than ${unpackedBytes} bytes: ${reason}${isWhole ? "" : "; is it whole?"}`);
}
