import { Run } from "./run";

// A piece of the corpus, and private copies of the rows that it trains. Row `i` of both tables is that of word `ids[i]`.
@unmanaged
export class Lane {
  /** i32 of each row: its word. */
  ids!: usize;
  /** u16 of each row: its number again, those of one part of the merge after those of the one before it. */
  grouped!: usize;
  /** i32 of each part: where in `grouped` it begins; and where the last one ends. */
  partStarts!: usize;
  /** u32 of each row, during a merge: the next row of the same word in another lane, or 0. */
  nextRows!: usize;
  /** i32 of each output row: how often it was updated. */
  updates!: usize;
  /** The same of each input row, where the rule of its merge asks for it. */
  contextUpdates!: usize;
  input!: usize;
  output!: usize;
  /** Rows of the output table: those of the words of the piece, and then those of other negatives. */
  rows!: i32;
  /** Rows of the input table: those of the words of the piece. */
  inputRows!: i32;
  targets!: f64;
  loss!: f64;
  /** Mean loss of the batch at which the lane diverged, or 0; and the rate. */
  divergedLoss!: f64;
  rate!: f64;
}

@inline
export function laneOf(run: Run, index: i32): Lane {
  return changetype<Lane>(run.laneList + <usize>index * ((offsetof<Lane>() + 7) & ~7));
}
