import { forgetRows, rowOfWord } from "../lanes/give-rows";
import { Lane } from "../lane";
import { ADASUM } from "../merge/rules";
import { mix, STEP } from "./mix";
import { Run } from "../run";

/** Keeps the draws of a lane's pool apart from those of its targets, whose numbers are places in its stream. */
const POOL: u64 = 1 << 62;

/**
 * Draws the negatives that the lane's targets choose from, `poolSize` of them by the noise distribution, and gives them rows. A
 * pool has at least `1 + K` different words, so that there are K for each target.
 */
export function drawPool(run: Run, lane: Lane, laneKey: u64): void {
  let state = mix(laneKey + POOL * STEP);
  const pool = run.pool;
  let size = run.poolSize;
  let different = 0;
  for (let i = 0; i < size; i++) {
    state += STEP;
    different += add(run, lane, pool + (<usize>i << 2), drawWord(run, mix(state)));
  }
  for (; different <= run.negatives; size++) {
    state += STEP;
    different += add(run, lane, pool + (<usize>size << 2), drawOther(run, lane, mix(state)));
  }
  run.poolLength = size;
  memory.fill(lane.updates, 0, <usize>lane.rows << 2);
  if (run.inputRule != ADASUM) memory.fill(lane.contextUpdates, 0, <usize>lane.inputRows << 2);
  forgetRows(run, lane);
}

/** Adds a word to the pool. Returns 1 if it is the first time; a row's place in `updates` notes it meanwhile. */
@inline
function add(run: Run, lane: Lane, at: usize, id: i32): i32 {
  const row = rowOfWord(run, lane, id);
  store<i32>(at, row);
  const isNew = load<i32>(lane.updates + (<usize>row << 2)) == 0;
  store<i32>(lane.updates + (<usize>row << 2), 1);
  return <i32>isNew;
}

/** One draw serves both: its upper half chooses the column of the alias table, its lower half the height in it. */
@inline
function drawWord(run: Run, draw: u64): i32 {
  const column = <i32>(((draw >> 32) * <u64>run.words) >> 32);
  const entry = run.alias + (<usize>column << 3);
  return select(column, load<i32>(entry, 4), <u32>draw < load<u32>(entry));
}

/** A word that is not in the pool, in proportion to the probabilities of those that are not. */
function drawOther(run: Run, lane: Lane, draw: u64): i32 {
  let mass: f64 = 0;
  for (let id = 0; id < run.words; id++) if (!isPooled(run, lane, id)) mass += probabilityOf(run, id);
  let left = mass * (<f64>(draw >> 11) * (1.0 / 9007199254740992.0));
  let last = -1;
  for (let id = 0; id < run.words; id++) {
    if (probabilityOf(run, id) == 0 || isPooled(run, lane, id)) continue;
    last = id;
    left -= probabilityOf(run, id);
    if (left < 0) break;
  }
  return last;
}

@inline
function probabilityOf(run: Run, id: i32): f64 {
  return load<f64>(run.probabilities + (<usize>id << 3));
}

@inline
function isPooled(run: Run, lane: Lane, id: i32): bool {
  const known = <i32>load<u16>(run.rowOf + (<usize>id << 1));
  return known != 0 && load<i32>(lane.updates + (<usize>(known - 1) << 2)) != 0;
}
