import { mix, STEP } from "./mix";
import { Round } from "../round";
import { Run, SENTENCE_END } from "../run";

/**
 * Fills the stream with the words of a lane, frequent ones thinned out, and with those in reach of its windows on either side.
 * A word is kept by a draw of its own, so that two lanes that read it agree.
 */
export function fillStream(run: Run, round: Round, begin: f64, end: f64): void {
  const first = max(0, begin - <f64>run.margin);
  const last = min(run.tokens, end + <f64>run.margin);
  run.streamLength = 0;
  run.cursor = 0;
  appendWords(run, round, first, begin);
  // Windows reach no further back than this.
  const before = min(run.streamLength, run.window);
  const from = run.stream + (<usize>(run.streamLength - before) << 2);
  memory.copy(run.stream, from, <usize>before << 2);
  run.streamLength = before;
  run.cursor = before;
  appendWords(run, round, begin, end);
  run.targetsEnd = run.streamLength;
  appendWords(run, round, end, last);
  run.streamLength = min(run.streamLength, run.targetsEnd + run.window);
}

function appendWords(run: Run, round: Round, first: f64, last: f64): void {
  const key = load<u64>(run.keys + (<usize>round.epoch << 4));
  const keep = run.keep;
  let at = run.chunk + (<usize>(first - round.chunkStart) << 2);
  const end = run.chunk + (<usize>(last - round.chunkStart) << 2);
  let state = key + <u64>first * STEP;
  let to = run.stream + (<usize>run.streamLength << 2);
  let sentence = sentenceFrom(run, first);
  // Without sentences, no place is a start.
  let nextStart = startOf(run, round, sentence);
  for (; at < end; at += 4, state += STEP) {
    if (at == nextStart) {
      store<i32>(to, SENTENCE_END);
      to += 4;
      nextStart = startOf(run, round, ++sentence);
    }
    const id = load<i32>(at);
    const chance = load<u32>(keep + (<usize>id << 2));
    const draw = <u32>(mix(state) >> 32);
    // Written in any case, and gone over if it is not kept: which words are is hard to guess.
    store<i32>(to, id);
    to += <usize>(<i32>(chance == u32.MAX_VALUE) | <i32>(draw < chance)) << 2;
  }
  run.streamLength = <i32>((to - run.stream) >> 2);
}

/** The first sentence that begins at a position or behind it. */
function sentenceFrom(run: Run, position: f64): i32 {
  let low = 0;
  let high = run.sentences;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (<f64>load<i32>(run.sentenceStarts + (<usize>middle << 2)) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the first id of a sentence is in the chunk; 0 if there is no such sentence. */
@inline
function startOf(run: Run, round: Round, sentence: i32): usize {
  if (sentence >= run.sentences) return 0;
  const position = <f64>load<i32>(run.sentenceStarts + (<usize>sentence << 2));
  return run.chunk + (<usize>(position - round.chunkStart) << 2);
}
