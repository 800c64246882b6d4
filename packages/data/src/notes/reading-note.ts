/** What a reader decided, left out or found odd, for people and for programs. Plain data. */
export interface ReadingNote {
  /** The kind of the note, a stable name such as `"lone-returns"`. */
  readonly kind: string;
  /** One sentence with the numbers in it, and with what would choose otherwise. */
  readonly message: string;
  /** How many tokens, lines or files the note is about, if they were counted. */
  readonly count?: number;
}

/** A function that a reader calls with each of its notes. What it throws ends the reading. */
export type OnNote = (note: ReadingNote) => void;
