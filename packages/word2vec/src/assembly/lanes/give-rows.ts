import { Lane } from "../lane";
import { Run, SENTENCE_END } from "../run";

/** Gives the words of the lane's stream rows, in the order in which they come first, and puts the rows in their place. */
export function giveRows(run: Run, lane: Lane): void {
  const end = run.stream + (<usize>run.streamLength << 2);
  for (let at = run.stream; at < end; at += 4) {
    const id = load<i32>(at);
    if (id != SENTENCE_END) store<i32>(at, rowOfWord(run, lane, id));
  }
  lane.inputRows = lane.rows;
}

/** The row of a word in the lane: a new one, where it has none yet. */
@inline
export function rowOfWord(run: Run, lane: Lane, id: i32): i32 {
  const at = run.rowOf + (<usize>id << 1);
  const known = <i32>load<u16>(at);
  if (known != 0) return known - 1;
  const row = lane.rows;
  store<i32>(lane.ids + (<usize>row << 2), id);
  store<i32>(lane.updates + (<usize>row << 2), 0);
  lane.rows = row + 1;
  store<u16>(at, <u16>(row + 1));
  return row;
}

/** Forgets the rows of all words, so that the next lane can give its own. */
export function forgetRows(run: Run, lane: Lane): void {
  const end = lane.ids + (<usize>lane.rows << 2);
  for (let at = lane.ids; at < end; at += 4) store<u16>(run.rowOf + (<usize>load<i32>(at) << 1), 0);
}
