// One thread's view of a training run: constants, addresses of its buffers, and where it is. The host writes it before
// the first call (src/run-layout.ts holds the same list of fields); the kernels keep it up to date.
@unmanaged
export class Run {
  // Shape of the task.
  words!: i32;
  tokens!: i32;
  sentences!: i32;
  window!: i32;
  isShrinking!: i32;
  negatives!: i32;
  /** `1 + K`, rounded up to whole vectors of four. */
  columns!: i32;
  isSkipGram!: i32;
  isTrueGradient!: i32;
  /** Rejections in a row after which a negative is drawn by a pass over all words. */
  maxRejections!: i32;
  batchSize!: i32;
  epochs!: i32;
  /** Numbers between two targets' lines of hidden vectors: 1 for CBOW, `2 · window` for skip-gram. */
  hiddenPerTarget!: i32;

  // This thread's slice of the dimensions.
  threads!: i32;
  firstQuarter!: i32;
  endQuarter!: i32;
  /** Bytes of a row of the slice. */
  rowBytes!: usize;
  /** Bytes from the start of the slice at which each of its quarters ends. */
  quarterEnd0!: i32;
  quarterEnd1!: i32;
  quarterEnd2!: i32;
  quarterEnd3!: i32;

  // Addresses. Tables, stream, records and vectors are the thread's own; the rest is shared.
  input!: usize;
  output!: usize;
  corpus!: usize;
  sentenceStarts!: usize;
  keep!: usize;
  alias!: usize;
  /** f64 of each word, for the rare draw that the alias table can't do. */
  probabilities!: usize;
  keys!: usize;
  stream!: usize;
  streamCapacity!: i32;
  records!: usize;
  recordBytes!: usize;
  hidden!: usize;
  dHidden!: usize;
  gradients!: usize;
  partials!: usize;
  partialsBytes!: usize;
  barrier!: usize;
  losses!: usize;

  // Where the run is.
  epoch!: i32;
  readPosition!: i32;
  nextSentence!: i32;
  streamLength!: i32;
  cursor!: i32;
  parity!: i32;

  // Learning rate: straight from start to end over the targets that are expected.
  startRate!: f64;
  endRate!: f64;
  expectedTargets!: f64;

  // Tallies, of targets and of losses.
  epochTargets!: f64;
  epochLoss!: f64;
  allTargets!: f64;
  batchLoss!: f64;
}

/** Between two sentences in a stream of word ids. */
export const SENTENCE_END: i32 = -1;
