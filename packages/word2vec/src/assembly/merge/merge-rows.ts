import { addAdasum } from "./adasum";
import { nextLink, laneOfLink, rowOfLink } from "./chain";
import { addScaledSum } from "./scaled-sum";
import { ADASUM, factorOf } from "./rules";
import { copyRow } from "../copy-row";
import { Lane, laneOf } from "../lane";
import { Run } from "../run";
import { closeRow, INPUT, openRow } from "../tables";

/** Merges the rows that the lanes have of a word into its row of a table. */
export function mergeRows(run: Run, table: i32, id: i32, chain: u32): void {
  const bytes = run.rowBytes;
  const rows = run.changedRows;
  let end = rows;
  for (let link = chain; link != 0; ) {
    const lane = laneOfLink(run, link);
    const row = rowOfLink(link);
    if (hasRow(lane, table, row)) {
      store<u32>(end, <u32>((table == INPUT ? lane.input : lane.output) + <usize>row * bytes));
      end += 4;
    }
    link = nextLink(lane, row);
  }
  const n = <i32>((end - rows) >> 2);
  if (n == 0) return;
  const rule = table == INPUT ? run.inputRule : run.outputRule;
  const base = openRow(run, table, id);
  // What a single lane has made of the row is the row, to the bit.
  if (n == 1) copyRow(<usize>load<u32>(rows), base, bytes);
  else if (rule == ADASUM) addAdasum(base, bytes, rows, n, run.changes);
  else addScaledSum(base, bytes, rows, end, factorOf(rule, <f32>n, meanUpdates(run, table, chain, n), <f32>laneOf(run, 0).rate));
  closeRow(run, table, id);
}

/** A word that is only a negative has no row of the input table. */
@inline
function hasRow(lane: Lane, table: i32, row: i32): bool {
  return table != INPUT || row < lane.inputRows;
}

/** How often the n lanes have updated the word's row, on average. */
function meanUpdates(run: Run, table: i32, chain: u32, n: i32): f32 {
  let updates = 0;
  for (let link = chain; link != 0; ) {
    const lane = laneOfLink(run, link);
    const row = rowOfLink(link);
    if (hasRow(lane, table, row)) updates += load<i32>((table == INPUT ? lane.contextUpdates : lane.updates) + (<usize>row << 2));
    link = nextLink(lane, row);
  }
  return <f32>updates / <f32>n;
}
