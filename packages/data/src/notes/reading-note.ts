/** What a reader decided, left out or found odd, for people and for programs. Plain data. */
export interface ReadingNote {
  /** Which kind of note, a stable name: `"lone-returns"`. */
  readonly kind: string;
  /** One sentence, with the numbers in it, and with what would choose otherwise. */
  readonly message: string;
  /** How many tokens, lines or files it is about, where they were counted. */
  readonly count?: number;
}

/** What a reader calls for each note. What it throws ends the reading. */
export type OnNote = (note: ReadingNote) => void;
