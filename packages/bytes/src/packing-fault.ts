/** What is wrong with packed bytes. */
export interface PackingFault {
  /** What they were unpacked as. */
  readonly packing: "gzip" | "zstd";
  /** What is wrong, in a few words, with the place in the file if it is known. */
  readonly reason: string;
  /** Whether the packed data itself is whole: it takes a dictionary, or something else follows it. */
  readonly isWhole: boolean;
  /** How many bytes were unpacked before. */
  readonly unpackedBytes: number;
  /** The error of the unpacker. */
  readonly cause: unknown;
}

/** An error for packed data that is whole, and cannot be unpacked with what follows it, or without what it takes. */
export function errorOfWhole(message: string): Error {
  return Object.assign(new Error(message), { isWhole: true });
}

/** An error for what follows packed data, which ends at a byte if that is known. */
export function trailingDataError(end?: number): Error {
  const place = end === undefined ? "" : `from byte ${end} on, `;
  return errorOfWhole(`${place}behind the packed data, there is something else`);
}

/** The fault that an error of an unpacker tells of. */
export function packingFault(packing: PackingFault["packing"], unpackedBytes: number, error: unknown): PackingFault {
  const { message, isWhole } = Object(error) as { readonly message?: unknown; readonly isWhole?: unknown };
  return { packing, reason: String(message ?? error), isWhole: isWhole === true, unpackedBytes, cause: error };
}
