import type { ByteWindow } from "../../reading/byte-window.js";
import type { PartialVectors } from "../../tables/partial-vectors.js";
import type { Suspect } from "./phrase-verdict.js";

/** What is known of a file while its rows are read. */
export interface BinaryFile {
  readonly window: ByteWindow;
  readonly partial: PartialVectors;
  readonly V: number;
  /** Rows to read, and how many have been. */
  readonly wanted: number;
  read: number;
  /** Where the newlines are. */
  newlines: number;
  /** Whether the last row that was read has a newline behind it. */
  isClosed: boolean;
  /** Rows that may be phrases. */
  readonly suspects: Suspect[];
  /** Of a row, or all that were read: with what is likely to be its cause. */
  readonly error: (message: string, row?: number) => Error;
}
