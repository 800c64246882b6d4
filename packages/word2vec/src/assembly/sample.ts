import { mix, STEP } from "./mix";
import { Run, SENTENCE_END } from "./run";

// A record is what a target trains on, as i32: n, its contexts, and from `outputsOffset` the target and its negatives,
// filled up to whole vectors with the target.

@inline
export function outputsOffset(run: Run): usize {
  return <usize>(1 + 2 * run.window) << 2;
}

/** Appends the epoch's words, frequent ones thinned out, until the stream is full or the corpus ends. */
export function fillStream(run: Run): void {
  // What windows may still reach back to stays.
  const kept = max(0, run.cursor - run.window);
  const length = run.streamLength - kept;
  memory.copy(run.stream, run.stream + (<usize>kept << 2), <usize>length << 2);
  run.cursor -= kept;

  const key = load<u64>(run.keys + (<usize>run.epoch << 4));
  const end = run.tokens;
  const capacity = run.streamCapacity;
  let nextStart = run.nextSentence < run.sentences ? load<i32>(run.sentenceStarts + (<usize>run.nextSentence << 2)) : end;
  let to = length;
  let position = run.readPosition;
  while (position < end && to + 2 <= capacity) {
    if (position == nextStart) {
      store<i32>(run.stream + (<usize>(to++) << 2), SENTENCE_END);
      run.nextSentence++;
      nextStart = run.nextSentence < run.sentences ? load<i32>(run.sentenceStarts + (<usize>run.nextSentence << 2)) : end;
    }
    const id = load<i32>(run.corpus + (<usize>position << 2));
    const chance = load<u32>(run.keep + (<usize>id << 2));
    if (chance == u32.MAX_VALUE || <u32>(mix(key + <u64>position * STEP) >> 32) < chance) {
      store<i32>(run.stream + (<usize>(to++) << 2), id);
    }
    position++;
  }
  run.readPosition = position;
  run.streamLength = to;
}

/**
 * Records of the next targets, `batchSize` of them unless the epoch ends. A word without any context is no target.
 *
 * Every draw is a function of the epoch's key and of the target's number in the epoch: each thread draws the same.
 */
export function sampleBatch(run: Run): i32 {
  let count = 0;
  while (count < run.batchSize) {
    // Behind the cursor there must be a whole window, but at the end of the corpus.
    if (run.cursor + run.window >= run.streamLength && run.readPosition < run.tokens) fillStream(run);
    if (run.cursor >= run.streamLength) break;
    const record = run.records + <usize>count * run.recordBytes;
    if (sampleRecord(run, record, <u64>run.epochTargets + count)) count++;
    run.cursor++;
  }
  return count;
}

function sampleRecord(run: Run, record: usize, number: u64): bool {
  const at = run.stream + (<usize>run.cursor << 2);
  const target = load<i32>(at);
  if (target == SENTENCE_END) return false;

  let state = mix(load<u64>(run.keys + (<usize>run.epoch << 4), 8) + number * STEP);
  let radius = run.window;
  if (run.isShrinking) {
    state += STEP;
    radius = 1 + <i32>((<u64>(<u32>mix(state)) * <u64>radius) >> 32);
  }
  let to = record;
  const before = min(radius, run.cursor);
  for (let k = 1; k <= before; k++) {
    const id = load<i32>(at - (<usize>k << 2));
    if (id == SENTENCE_END) break;
    to += 4;
    store<i32>(to, id);
  }
  const after = min(radius, run.streamLength - 1 - run.cursor);
  for (let k = 1; k <= after; k++) {
    const id = load<i32>(at + (<usize>k << 2));
    if (id == SENTENCE_END) break;
    to += 4;
    store<i32>(to, id);
  }
  const n = <i32>((to - record) >> 2);
  store<i32>(record, n);
  if (n == 0) return false;

  const outputs = record + outputsOffset(run);
  store<i32>(outputs, target);
  for (let k = 1; k <= run.negatives; k++) {
    let id: i32;
    let rejections = 0;
    do {
      state += STEP;
      id = rejections++ < run.maxRejections ? drawNegative(run, mix(state)) : drawRemaining(run, outputs, k, mix(state));
    } while (isAmong(outputs, k, id));
    store<i32>(outputs + (<usize>k << 2), id);
  }
  for (let k = run.negatives + 1; k < run.columns; k++) store<i32>(outputs + (<usize>k << 2), target);
  return true;
}

/** One draw serves both: its upper half chooses the column of the alias table, its lower half the height in it. */
@inline
function drawNegative(run: Run, draw: u64): i32 {
  const column = <i32>(((draw >> 32) * <u64>run.words) >> 32);
  const entry = run.alias + (<usize>column << 3);
  return <u32>draw < load<u32>(entry) ? column : load<i32>(entry, 4);
}

/**
 * A word that is none of those taken, in proportion to the probabilities: what rejection draws, too, but in a time that
 * does not depend on how little mass is left.
 */
function drawRemaining(run: Run, outputs: usize, taken: i32, draw: u64): i32 {
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
function isAmong(outputs: usize, count: i32, id: i32): bool {
  for (let j = 0; j < count; j++) if (load<i32>(outputs + (<usize>j << 2)) == id) return true;
  return false;
}
