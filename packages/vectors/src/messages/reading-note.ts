/** What a reader decided or left out, for people and for programs. Plain data. */
export interface ReadingNote {
  /** Which kind of note, a stable name: `"duplicates-skipped"`. */
  readonly kind: string;
  /** One sentence, with the numbers in it, and with what would choose otherwise. */
  readonly message: string;
  /** How many rows or files it is about, where they were counted. */
  readonly count?: number;
}

/** What a reader calls for each note. */
export type OnNote = (note: ReadingNote) => void;
