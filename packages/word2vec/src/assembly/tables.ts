import { copyRow } from "./copy-row";
import { Run } from "./run";

// The two tables are in this memory, or outside it where 4 GiB do not hold them: then the host copies rows in and out.

export const INPUT: i32 = 0;
export const OUTPUT: i32 = 1;

// @ts-ignore: a decorator of the compiler
@external("env", "readRows")
declare function readRows(table: i32, ids: usize, count: i32, to: usize): void;

// @ts-ignore: a decorator of the compiler
@external("env", "writeRow")
declare function writeRow(table: i32, id: i32, from: usize): void;

/** Copies rows out of a table. */
export function readTable(run: Run, table: i32, ids: usize, count: i32, to: usize): void {
  if (run.areTablesOutside) {
    readRows(table, ids, count, to);
    return;
  }
  const bytes = run.rowBytes;
  const from = table == INPUT ? run.tableInput : run.tableOutput;
  const end = ids + (<usize>count << 2);
  for (let at = ids; at < end; at += 4, to += bytes) copyRow(from + <usize>load<i32>(at) * bytes, to, bytes);
}

/** Where a word's row can be changed: its place in the table, or a copy of it. */
export function openRow(run: Run, table: i32, id: i32): usize {
  if (!run.areTablesOutside) return (table == INPUT ? run.tableInput : run.tableOutput) + <usize>id * run.rowBytes;
  store<i32>(run.openId, id);
  readRows(table, run.openId, 1, run.openRow);
  return run.openRow;
}

/** Puts a row that was opened back, unless it is in its place. */
@inline
export function closeRow(run: Run, table: i32, id: i32): void {
  if (run.areTablesOutside) writeRow(table, id, run.openRow);
}
