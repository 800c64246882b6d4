import { Lane } from "../lane";
import { Run } from "../run";

// The rows are divided into parts by their words' ids, so that all rows of a word are in one part. Parts are a power of two.

@inline
function partOf(run: Run, id: i32): usize {
  return <usize>(id & (run.mergeParts - 1));
}

/** Lists a lane's rows by the part of the merge that they belong to: whoever merges a part then looks at its rows only. */
export function groupRows(run: Run, lane: Lane): void {
  const starts = lane.partStarts;
  const ids = lane.ids;
  memory.fill(starts, 0, <usize>(run.mergeParts + 1) << 2);
  for (let row = 0; row < lane.rows; row++) {
    const count = starts + (partOf(run, load<i32>(ids + (<usize>row << 2))) << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
  // Counts become ends; as the rows are put in place from behind, ends become starts.
  let end = 0;
  for (let part = 0; part <= run.mergeParts; part++) {
    const at = starts + (<usize>part << 2);
    end += load<i32>(at);
    store<i32>(at, end);
  }
  for (let row = lane.rows - 1; row >= 0; row--) {
    const at = starts + (partOf(run, load<i32>(ids + (<usize>row << 2))) << 2);
    const place = load<i32>(at) - 1;
    store<i32>(at, place);
    store<u16>(lane.grouped + (<usize>place << 1), <u16>row);
  }
}

/** Where a part's rows begin in a lane's list of them; those of the next part are behind its end. */
@inline
export function partStart(lane: Lane, part: i32): usize {
  return lane.grouped + (<usize>load<i32>(lane.partStarts + (<usize>part << 2)) << 1);
}
