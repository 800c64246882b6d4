import { nextLink, laneOfLink, rowOfLink } from "./chain";
import { copyRow } from "../copy-row";
import { Run } from "../run";
import { closeRow, openRow, OUTPUT } from "../tables";

/** Updates of a row in one lane at which it counts as half settled. */
const HALF_SETTLED: f32 = 512;

/**
 * Merges a word's output rows: adds the sum of the changes of n lanes, times `1 / (1 + (n − 1) · c / (c + 512))`, where c is the
 * mean number of updates that the row had in a lane. A row that was updated a few times is far from where it is going to, and the
 * changes add up; one that was updated often has come close to it in each lane, and their mean is right.
 */
export function mergeOutput(run: Run, id: i32, chain: u32): void {
  const bytes = run.rowBytes;
  const base = openRow(run, OUTPUT, id);
  const rows = run.changedRows;
  let to = rows;
  let updates = 0;
  for (let link = chain; link != 0; to += 4) {
    const lane = laneOfLink(run, link);
    const row = rowOfLink(link);
    store<u32>(to, <u32>(lane.output + <usize>row * bytes));
    updates += load<i32>(lane.updates + (<usize>row << 2));
    link = nextLink(lane, row);
  }
  const n = <f32>((to - rows) >> 2);
  if (n == 1) copyRow(<usize>load<u32>(rows), base, bytes);
  else addDampedSum(base, bytes, rows, to, <f32>updates / n);
  closeRow(run, OUTPUT, id);
}

function addDampedSum(base: usize, bytes: usize, rows: usize, end: usize, updates: f32): void {
  const n = <f32>((end - rows) >> 2);
  const factor = f32x4.splat(<f32>1 / (<f32>1 + (n - 1) * (updates / (updates + HALF_SETTLED))));
  for (let d: usize = 0; d < bytes; d += 16) {
    const old = v128.load(base + d);
    let sum = f32x4.splat(0);
    for (let at = rows; at < end; at += 4) sum = f32x4.add(sum, f32x4.sub(v128.load(<usize>load<u32>(at) + d), old));
    v128.store(base + d, f32x4.add(old, f32x4.mul(factor, sum)));
  }
}
