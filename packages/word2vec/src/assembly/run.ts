// One thread's view of a training run: constants, addresses of its buffers, and where it is. The host writes it before
// the first call; the kernels keep it up to date. The build writes down where each field is.
@unmanaged
export class Run {
  // Shape of the task.
  words!: i32;
  tokens!: i32;
  sentences!: i32;
  window!: i32;
  isShrinking!: i32;
  negatives!: i32;
  /** `1 + K`, rounded up to whole threes: what the scores' kernel takes at a time. */
  columns!: i32;
  isSkipGram!: i32;
  isTrueGradient!: i32;
  /** Rejections in a row after which a negative is drawn by a pass over all words. */
  maxRejections!: i32;
  batchSize!: i32;
  epochs!: i32;

  // This thread's slice of the dimensions.
  threads!: i32;
  thread!: i32;
  /** How many of the four quarters of the dimensions it owns. */
  quarters!: i32;
  /** Bytes of a row of the slice. */
  rowBytes!: usize;

  /** The targets of a batch whose negatives this thread draws for all: from `firstSampled` to before `endSampled`. */
  firstSampled!: i32;
  endSampled!: i32;

  // Addresses. Tables, stream, records and vectors are the thread's own; the rest is shared.
  input!: usize;
  output!: usize;
  /** The corpus's ids from `chunkStart` to before `chunkEnd`: as many as the host has copied. */
  chunk!: usize;
  chunkStart!: i32;
  chunkEnd!: i32;
  sentenceStarts!: usize;
  keep!: usize;
  alias!: usize;
  /** f64 of each word, for the rare draw that the alias table can't do. */
  probabilities!: usize;
  keys!: usize;
  stream!: usize;
  streamCapacity!: i32;
  /** Targets' contexts of two batches, in two places used alternately. */
  records!: usize;
  recordBytes!: usize;
  /** Output rows of three batches, in three places used alternately: the targets and their negatives, shared by the threads. */
  outputs!: usize;
  /** Bytes of one of them. */
  outputsBytes!: usize;
  hidden!: usize;
  /** What each hidden vector's step is, f32, `rowBytes` each, the thread's slice: the negative gradient of the loss times the rate. */
  hiddenSteps!: usize;
  /** What each score's step is, f32: `rate · (label − σ(score))`. */
  scoreSteps!: usize;
  /** Partial scores of two batches, in two places used alternately, each of all threads. */
  partials!: usize;
  /** Bytes of one thread's partial scores of a batch. */
  threadPartials!: usize;
  barrier!: usize;
  /** How often a thread looks at the barrier whether the others have come, before it sleeps. */
  spins!: i32;
  losses!: usize;
  /** Points of the loss curve that the host has not read yet, f64 pairs: targets so far, and the sum of their losses. */
  points!: usize;
  /** How many there is room for; after that, the first place is the next one's. */
  pointRoom!: i32;

  // Where the run is.
  epoch!: i32;
  readPosition!: i32;
  nextSentence!: i32;
  streamLength!: i32;
  cursor!: i32;
  /** Number of the batch in work, in its epoch, from 0. */
  batchIndex!: i32;
  /** Targets of the batch in work; below zero if the epoch has not begun. */
  batchTargets!: i32;
  /** Targets of the next batch that are sampled so far. */
  nextTargets!: i32;
  /** Waits at the barrier, in a row, at which the thread fell asleep. */
  sleeps!: i32;
  /** Points of the loss curve so far. */
  pointsPassed!: i32;

  // Learning rate: straight from start to end over the targets that are expected.
  startRate!: f64;
  endRate!: f64;
  expectedTargets!: f64;
  /** Mean loss of a batch above which a run has diverged. */
  lossLimit!: f64;

  // Sums, of targets and of losses.
  epochTargets!: f64;
  epochLoss!: f64;
  allTargets!: f64;
  batchLoss!: f64;
  /** Of the whole run so far. */
  lossSum!: f64;

  // The loss curve: targets from one point to the next, and the number of targets at which the next one is due.
  pointStep!: f64;
  pointDue!: f64;
}

/** Between two sentences in a stream of word ids. */
export const SENTENCE_END: i32 = -1;
