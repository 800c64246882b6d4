import { addAdasum } from "./adasum";
import { nextLink, laneOfLink, rowOfLink } from "./chain";
import { addScaledSum } from "./scaled-sum";
import { ADASUM, factorOf } from "./rules";
import { copyRow } from "../copy-row";
import { laneOf } from "../lane";
import { Run } from "../run";
import { closeRow, INPUT, openRow } from "../tables";

/** Merges the rows that the lanes have of a word into its row of a table. */
export function mergeRows(run: Run, table: i32, id: i32, chain: u32): void {
  const bytes = run.rowBytes;
  const rows = run.changedRows;
  let to = rows;
  let updates = 0;
  for (let link = chain; link != 0; ) {
    const lane = laneOfLink(run, link);
    const row = rowOfLink(link);
    link = nextLink(lane, row);
    // A word that is only a negative has no row of the input table.
    if (table == INPUT && row >= lane.inputRows) continue;
    store<u32>(to, <u32>((table == INPUT ? lane.input : lane.output) + <usize>row * bytes));
    to += 4;
    updates += load<i32>((table == INPUT ? lane.contextUpdates : lane.updates) + (<usize>row << 2));
  }
  const n = <i32>((to - rows) >> 2);
  if (n == 0) return;
  const rule = table == INPUT ? run.inputRule : run.outputRule;
  const base = openRow(run, table, id);
  // What a single lane has made of the row is the row, to the bit.
  if (n == 1) copyRow(<usize>load<u32>(rows), base, bytes);
  else if (rule == ADASUM) addAdasum(base, bytes, rows, n, run.changes);
  else addScaledSum(base, bytes, rows, to, factorOf(rule, <f32>n, <f32>updates / <f32>n, <f32>laneOf(run, 0).rate));
  closeRow(run, table, id);
}
