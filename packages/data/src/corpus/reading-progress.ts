/** How far a reader is. */
export interface ReadingProgress {
  /** The text that is being read. */
  readonly source: string;
  /** Bytes read of all texts so far. */
  readonly bytes: number;
  /** Of all texts; absent where nobody knows yet, as of a pipe. */
  readonly totalBytes?: number;
}

/** What a reader calls after each chunk. */
export type OnReadingProgress = (progress: ReadingProgress) => void;
