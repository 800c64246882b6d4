import { Lane, laneOf } from "../lane";
import { Run } from "../run";
import { partStart } from "./group-rows";
import { mergeRows } from "./merge-rows";
import { INPUT, OUTPUT } from "../tables";

/**
 * Merges into the tables the rows of a part of the words. Each word's rows are chained, in the order of the lanes: so the result
 * depends neither on the number of parts nor on who merges which.
 */
export function mergePart(run: Run, part: i32): void {
  // Backwards, so that the first lane comes first in the chain.
  for (let index = run.lanes - 1; index >= 0; index--) chainRows(run, laneOf(run, index), index, part);
  for (let index = 0; index < run.lanes; index++) mergeWords(run, laneOf(run, index), part);
}

function chainRows(run: Run, lane: Lane, index: i32, part: i32): void {
  const end = partStart(lane, part + 1);
  const link = <u32>(index + 1) << 16;
  for (let at = partStart(lane, part); at < end; at += 2) {
    const row = <u32>load<u16>(at);
    const first = firstRowOf(run, lane, row);
    store<u32>(lane.nextRows + (<usize>row << 2), load<u32>(first));
    store<u32>(first, link | row);
  }
}

/** Merges those words of a lane that no lane before it has. */
function mergeWords(run: Run, lane: Lane, part: i32): void {
  const end = partStart(lane, part + 1);
  for (let at = partStart(lane, part); at < end; at += 2) {
    const row = <u32>load<u16>(at);
    const first = firstRowOf(run, lane, row);
    const chain = load<u32>(first);
    if (chain == 0) continue;
    store<u32>(first, 0);
    const id = load<i32>(lane.ids + (<usize>row << 2));
    mergeRows(run, INPUT, id, chain);
    mergeRows(run, OUTPUT, id, chain);
  }
}

/** Where the first link of the chain is that a row's word has. */
@inline
function firstRowOf(run: Run, lane: Lane, row: u32): usize {
  return run.firstRows + (<usize>load<i32>(lane.ids + (<usize>row << 2)) << 2);
}
