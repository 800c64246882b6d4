import { Lane, laneOf } from "../lane";
import { Run } from "../run";
import { mergeInput } from "./merge-input";
import { mergeOutput } from "./merge-output";

/**
 * Merges into the tables the rows of the words whose id is `part` modulo `mergeParts`. Each word's rows are chained, in the order of
 * the lanes: so the result depends neither on the number of parts nor on who merges which.
 */
export function mergePart(run: Run, part: i32): void {
  // Backwards, so that the first lane comes first in the chain.
  for (let index = run.lanes - 1; index >= 0; index--) chainRows(run, laneOf(run, index), index, part);
  for (let index = 0; index < run.lanes; index++) {
    const lane = laneOf(run, index);
    for (let row = 0; row < lane.rows; row++) {
      const id = load<i32>(lane.ids + (<usize>row << 2));
      if (<u32>id % <u32>run.mergeParts != <u32>part) continue;
      const first = run.firstRows + (<usize>id << 2);
      const chain = load<u32>(first);
      // A lane before this one has merged the word.
      if (chain == 0) continue;
      store<u32>(first, 0);
      mergeInput(run, id, chain);
      mergeOutput(run, id, chain);
    }
  }
}

function chainRows(run: Run, lane: Lane, index: i32, part: i32): void {
  for (let row = 0; row < lane.rows; row++) {
    const id = load<i32>(lane.ids + (<usize>row << 2));
    if (<u32>id % <u32>run.mergeParts != <u32>part) continue;
    const first = run.firstRows + (<usize>id << 2);
    store<u32>(lane.nextRows + (<usize>row << 2), load<u32>(first));
    store<u32>(first, (<u32>(index + 1) << 16) | <u32>row);
  }
}
