/** How far a reader is. */
export interface ReadingProgress {
  /** The text that is being read. */
  readonly source: string;
  /** Bytes read so far, of all texts. */
  readonly bytes: number;
  /** Bytes of all texts. Absent if the number is not known, as for a pipe. */
  readonly totalBytes?: number;
}

/** A function that a reader calls after each chunk. */
export type OnReadingProgress = (progress: ReadingProgress) => void;
