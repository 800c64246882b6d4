import { mix, STEP } from "./mix";
import { Run, SENTENCE_END } from "../run";
import { fillStream } from "./fill-stream";

// A record, as i32: how many contexts a target has, and which. Its output rows are the target and its negatives, filled up to
// whole threes with the target.

/**
 * Draws the epoch's next targets, `batchSize` of them unless the epoch ends; `first` counts those drawn before. False if the
 * ids that the host has copied are used up before that: with the next ones, a second call goes on. A word without a neighbour
 * is no target.
 *
 * Every draw is a function of the epoch's key and of the target's number in the epoch, whoever draws. Contexts are drawn by
 * each thread for itself: to hand them over between cores takes longer. Negatives are dearer, and fewer numbers: each thread
 * draws those of its share of the targets, for all.
 */
export function drawBatch(run: Run, records: usize, allOutputs: usize, first: u64): bool {
  const last = run.batchSize;
  let count = run.nextTargets;
  let record = records + <usize>count * run.recordBytes;
  let outputs = allOutputs + ((<usize>(count * run.columns)) << 2);
  while (count < last) {
    // Behind the cursor there must be a whole window, but at the end of the corpus.
    while (run.cursor + run.window >= run.streamLength && run.readPosition < run.tokens) {
      if (run.readPosition < run.chunkStart || run.readPosition >= run.chunkEnd) {
        run.nextTargets = count;
        return false;
      }
      fillStream(run);
    }
    const cursor = run.cursor;
    if (cursor >= run.streamLength) break;
    const at = run.stream + (<usize>cursor << 2);
    run.cursor = cursor + 1;
    if (!isTarget(run, at, cursor)) continue;
    const state = drawContexts(run, at, cursor, record, first + count);
    if (count >= run.firstSampled && count < run.endSampled) drawNegatives(run, outputs, load<i32>(at), state);
    record += run.recordBytes;
    outputs += (<usize>run.columns) << 2;
    count++;
  }
  run.nextTargets = count;
  return true;
}

@inline
function isTarget(run: Run, at: usize, cursor: i32): bool {
  if (load<i32>(at) == SENTENCE_END) return false;
  if (cursor > 0 && load<i32>(at - 4) != SENTENCE_END) return true;
  return cursor + 1 < run.streamLength && load<i32>(at, 4) != SENTENCE_END;
}

/** Returns the state of the target's draws. */
function drawContexts(run: Run, at: usize, cursor: i32, record: usize, number: u64): u64 {
  let state = mix(load<u64>(run.keys + (<usize>run.epoch << 4), 8) + number * STEP);
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

function drawNegatives(run: Run, outputs: usize, target: i32, state: u64): void {
  store<i32>(outputs, target);
  const end = outputs + ((<usize>run.negatives) << 2);
  for (let to = outputs + 4; to <= end; to += 4) {
    state += STEP;
    let id = drawNegative(run, mix(state));
    for (let rejections = 0; isAmong(outputs, to, id); rejections++) {
      state += STEP;
      id = rejections < run.maxRejections ? drawNegative(run, mix(state)) : drawRemaining(run, outputs, to, mix(state));
    }
    store<i32>(to, id);
  }
  const filled = outputs + ((<usize>run.columns) << 2);
  for (let to = end + 4; to < filled; to += 4) store<i32>(to, target);
}

/** One draw serves both: its upper half chooses the column of the alias table, its lower half the height in it. */
@inline
function drawNegative(run: Run, draw: u64): i32 {
  const column = <i32>(((draw >> 32) * <u64>run.words) >> 32);
  const entry = run.alias + (<usize>column << 3);
  return select(column, load<i32>(entry, 4), <u32>draw < load<u32>(entry));
}

/**
 * A word that is none of those taken, in proportion to the probabilities: what rejection draws, too, but in a time that
 * does not depend on how little mass is left.
 */
function drawRemaining(run: Run, outputs: usize, taken: usize, draw: u64): i32 {
  let mass: f64 = 0;
  for (let id = 0; id < run.words; id++) if (!isAmong(outputs, taken, id)) mass += probabilityOf(run, id);
  let left = mass * (<f64>(draw >> 11) * (1.0 / 9007199254740992.0));
  let last = -1;
  for (let id = 0; id < run.words; id++) {
    if (probabilityOf(run, id) == 0 || isAmong(outputs, taken, id)) continue;
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
function isAmong(from: usize, end: usize, id: i32): bool {
  let found = false;
  for (let at = from; at < end; at += 4) found = found || load<i32>(at) == id;
  return found;
}
