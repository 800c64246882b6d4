/** What a reader decided or left out, for people and for programs. Plain data. */
export interface ReadingNote {
  /** The kind of the note, a stable name such as `"duplicates-skipped"`. */
  readonly kind: string;
  /** One sentence with the numbers in it, and with the option that would choose otherwise. */
  readonly message: string;
  /** How many rows or files the note is about, if they were counted. */
  readonly count?: number;
}

/** A function that a reader calls with each of its notes. */
export type OnNote = (note: ReadingNote) => void;
