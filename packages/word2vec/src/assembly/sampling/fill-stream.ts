import { mix, STEP } from "./mix";
import { Run, SENTENCE_END } from "../run";

/** Appends the epoch's words, frequent ones thinned out, until the stream is full or the chunk ends. */
export function fillStream(run: Run): void {
  // What windows may still reach back to stays.
  const kept = max(0, run.cursor - run.window);
  const length = run.streamLength - kept;
  memory.copy(run.stream, run.stream + (<usize>kept << 2), <usize>length << 2);
  run.cursor -= kept;

  const key = load<u64>(run.keys + (<usize>run.epoch << 4));
  const stream = run.stream;
  const keep = run.keep;
  // From a position to the place of its id.
  const ids = run.chunk - (<usize>run.chunkStart << 2);
  const end = run.chunkEnd;
  const capacity = run.streamCapacity;
  let nextStart = sentenceStart(run);
  let to = length;
  let position = run.readPosition;
  while (position < end && to + 2 <= capacity) {
    if (position == nextStart) {
      store<i32>(stream + (<usize>(to++) << 2), SENTENCE_END);
      run.nextSentence++;
      nextStart = sentenceStart(run);
    }
    const id = load<i32>(ids + (<usize>position << 2));
    const chance = load<u32>(keep + (<usize>id << 2));
    const draw = <u32>(mix(key + <u64>position * STEP) >> 32);
    // Written in any case, and gone over if it is not kept: which words are is hard to guess.
    store<i32>(stream + (<usize>to << 2), id);
    to += <i32>(chance == u32.MAX_VALUE) | <i32>(draw < chance);
    position++;
  }
  run.readPosition = position;
  run.streamLength = to;
}

function sentenceStart(run: Run): i32 {
  return run.nextSentence < run.sentences ? load<i32>(run.sentenceStarts + (<usize>run.nextSentence << 2)) : run.tokens;
}
