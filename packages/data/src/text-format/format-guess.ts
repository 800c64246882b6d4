/** What a text is, where it is not words between spaces. */
export interface FormatGuess {
  /** As people call it: `"JSON lines"`. */
  readonly name: string;
  /** What tells so, in a few words. */
  readonly why: string;
}
