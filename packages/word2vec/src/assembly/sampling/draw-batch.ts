import { mix, STEP } from "./mix";
import { Run, SENTENCE_END } from "../run";

// A record, as i32: how many contexts a target has, and which rows. Its output rows are the target's and its negatives', filled up
// to whole threes with the target's.

/**
 * Draws the lane's next targets, `batchSize` of them unless the lane ends, with their contexts and negatives. Returns how many
 * there are. A word without a neighbour is no target.
 *
 * Every draw is a function of the lane's key, which is one of seed, epoch and position, and of the target's place in the lane.
 */
export function drawBatch(run: Run, laneKey: u64): i32 {
  let count = 0;
  let record = run.records;
  let outputs = run.outputs;
  while (count < run.batchSize && run.cursor < run.targetsEnd) {
    const cursor = run.cursor;
    const at = run.stream + (<usize>cursor << 2);
    run.cursor = cursor + 1;
    if (!isTarget(run, at, cursor)) continue;
    const state = drawContexts(run, at, cursor, record, mix(laneKey + <u64>cursor * STEP));
    drawNegatives(run, outputs, load<i32>(at), state);
    countUpdates(run, outputs, run.isSkipGram ? load<i32>(record) : 1);
    if (run.contextUpdates != 0) countContextUpdates(run, record);
    record += run.recordBytes;
    outputs += (<usize>run.columns) << 2;
    count++;
  }
  return count;
}

@inline
function countUpdates(run: Run, outputs: usize, updates: i32): void {
  const end = outputs + (<usize>(1 + run.negatives) << 2);
  for (let at = outputs; at < end; at += 4) {
    const to = run.updates + (<usize>load<i32>(at) << 2);
    store<i32>(to, load<i32>(to) + updates);
  }
}

function countContextUpdates(run: Run, record: usize): void {
  const end = record + (<usize>load<i32>(record) << 2);
  for (let at = record + 4; at <= end; at += 4) {
    const to = run.contextUpdates + (<usize>load<i32>(at) << 2);
    store<i32>(to, load<i32>(to) + 1);
  }
}

@inline
function isTarget(run: Run, at: usize, cursor: i32): bool {
  if (load<i32>(at) == SENTENCE_END) return false;
  if (cursor > 0 && load<i32>(at - 4) != SENTENCE_END) return true;
  return cursor + 1 < run.streamLength && load<i32>(at, 4) != SENTENCE_END;
}

/** Returns the state of the target's draws. */
function drawContexts(run: Run, at: usize, cursor: i32, record: usize, state: u64): u64 {
  let radius = run.window;
  if (run.isShrinking) {
    state += STEP;
    radius = 1 + <i32>((<u64>(<u32>mix(state)) * <u64>radius) >> 32);
  }
  if (run.sentences == 0 && cursor >= radius && cursor + radius < run.streamLength) wholeWindow(at, radius, run.window, record);
  else cutWindow(run, at, cursor, radius, record);
  return state;
}

/** Contexts left and right by turns, nearest first. All of the largest window are copied: that takes no guess at the radius. */
@inline
function wholeWindow(at: usize, radius: i32, window: i32, record: usize): void {
  store<i32>(record, 2 * radius);
  let to = record;
  const end = at + ((<usize>window) << 2);
  for (let left = at, right = at; right < end; ) {
    left -= 4;
    right += 4;
    store<i32>(to, load<i32>(left), 4);
    store<i32>(to, load<i32>(right), 8);
    to += 8;
  }
}

/** The same order, where a sentence or the stream ends within the window. */
function cutWindow(run: Run, at: usize, cursor: i32, radius: i32, record: usize): void {
  let before = 0;
  while (before < radius && before < cursor && load<i32>(at - ((<usize>before + 1) << 2)) != SENTENCE_END) before++;
  let after = 0;
  const behind = run.streamLength - 1 - cursor;
  while (after < radius && after < behind && load<i32>(at + ((<usize>after + 1) << 2)) != SENTENCE_END) after++;
  store<i32>(record, before + after);
  let to = record;
  for (let k = 1; k <= radius; k++) {
    if (k <= before) store<i32>((to += 4), load<i32>(at - ((<usize>k) << 2)));
    if (k <= after) store<i32>((to += 4), load<i32>(at + ((<usize>k) << 2)));
  }
}

/** K different rows of the pool, none of them the target's. */
function drawNegatives(run: Run, outputs: usize, target: i32, state: u64): void {
  store<i32>(outputs, target);
  const end = outputs + ((<usize>run.negatives) << 2);
  for (let to = outputs + 4; to <= end; to += 4) {
    state += STEP;
    let row = pooledRow(run, mix(state));
    for (let rejections = 0; isAmong(outputs, to, row); rejections++) {
      state += STEP;
      row = rejections < run.maxRejections ? pooledRow(run, mix(state)) : nextPooledRow(run, outputs, to, mix(state));
    }
    store<i32>(to, row);
  }
  const filled = outputs + ((<usize>run.columns) << 2);
  for (let to = end + 4; to < filled; to += 4) store<i32>(to, target);
}

@inline
function pooledRow(run: Run, draw: u64): i32 {
  return load<i32>(run.pool + (<usize>placeInPool(run, draw) << 2));
}

@inline
function placeInPool(run: Run, draw: u64): i32 {
  return <i32>(((draw >> 32) * <u64>run.poolLength) >> 32);
}

/** The first row, from a place in the pool on, that is none of those taken: for pools in which nearly all are. */
function nextPooledRow(run: Run, outputs: usize, taken: usize, draw: u64): i32 {
  let place = placeInPool(run, draw);
  let row = load<i32>(run.pool + (<usize>place << 2));
  while (isAmong(outputs, taken, row)) {
    place = place + 1 < run.poolLength ? place + 1 : 0;
    row = load<i32>(run.pool + (<usize>place << 2));
  }
  return row;
}

@inline
function isAmong(from: usize, end: usize, id: i32): bool {
  let found = false;
  for (let at = from; at < end; at += 4) found = found || load<i32>(at) == id;
  return found;
}
