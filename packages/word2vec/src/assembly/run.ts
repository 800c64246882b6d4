// One thread's view of a training run: constants, addresses of its buffers, and what it has in work. The host writes it before
// the first call. The build writes down where each field is.
@unmanaged
export class Run {
  // Shape of the task.
  words!: i32;
  sentences!: i32;
  window!: i32;
  isShrinking!: i32;
  negatives!: i32;
  /** `1 + K`, rounded up to whole threes: what the scores' kernel takes at a time. */
  columns!: i32;
  isSkipGram!: i32;
  isTrueGradient!: i32;
  /** Rejections in a row after which a negative is looked for by a pass over all that there are. */
  maxRejections!: i32;
  batchSize!: i32;
  epochs!: i32;
  /** Tokens of the corpus. */
  tokens!: f64;
  /** Bytes of a row of a table, whole vectors of four numbers. */
  rowBytes!: usize;

  // Lanes.
  threads!: i32;
  /** Into how many parts the rows are divided to be merged. */
  mergeParts!: i32;
  /** How rows of the tables are merged (merge/rules.ts). */
  inputRule!: i32;
  outputRule!: i32;
  lanes!: i32;
  /** Tokens of a lane. */
  laneWords!: i32;
  /** Negatives that a lane draws in advance. */
  poolSize!: i32;
  /** Tokens beyond a lane's own, on either side, in which windows find contexts. */
  margin!: i32;

  // Addresses of what the threads share.
  round!: usize;
  /** Of the `Lane` structs, `lanes` of them. */
  laneList!: usize;
  tableInput!: usize;
  tableOutput!: usize;
  /** Whether the tables are outside of this memory (tables.ts). */
  areTablesOutside!: i32;
  /** For each word, during a merge: the first of its rows in the lanes, and 0 at all other times (merge/merge-part.ts). */
  firstRows!: usize;
  /** The corpus's ids from `chunkStart` of the round to before `chunkEnd`: as many as the host has copied. */
  chunk!: usize;
  sentenceStarts!: usize;
  keep!: usize;
  alias!: usize;
  /** f64 of each word, for the rare draw that the alias table can't do. */
  probabilities!: usize;
  keys!: usize;
  losses!: usize;
  /** Points of the loss curve that the host has not read yet, f64 pairs: targets so far, and the sum of their losses. */
  points!: usize;
  /** How many there is room for; after that, the first place is the next one's. */
  pointRoom!: i32;

  // Addresses of what is the thread's own.
  /** u16 of each word: 1 + its row in the lane in work, or 0. */
  rowOf!: usize;
  stream!: usize;
  pool!: usize;
  /** A batch's targets: their contexts. */
  records!: usize;
  recordBytes!: usize;
  /** A batch's output rows: the targets and their negatives. */
  outputs!: usize;
  hidden!: usize;
  /** What each hidden vector's step is, f32, `rowBytes` each: the negative gradient of the loss times the rate. */
  hiddenSteps!: usize;
  scores!: usize;
  /** What each score's step is, f32: `rate · (label − σ(score))`. */
  scoreSteps!: usize;
  /** Where a row of a table outside is changed, and its word. */
  openRow!: usize;
  openId!: usize;
  /** Addresses of the rows that are merged, u32, `lanes` of them. */
  changedRows!: usize;
  /** Rows of changes that are merged, `lanes` of them. */
  changes!: usize;
  /** How often a thread looks at the barrier whether the others have come, before it sleeps. */
  spins!: i32;

  // What the thread has in work.
  /** The tables that the kernels train: the lane's rows, or for single steps the tables themselves. */
  input!: usize;
  output!: usize;
  /** Counts of the updates of each output row of the lane, i32. */
  updates!: usize;
  /** Counts of those of each input row, i32, or 0: nobody counts them. */
  contextUpdates!: usize;
  streamLength!: i32;
  cursor!: i32;
  /** Rows in the pool: `poolSize`, or a few more. */
  poolLength!: i32;
  /** Where in the stream the targets of the lane end. */
  targetsEnd!: i32;
  /** Sum of the losses of the targets so far, but for what `lossParts` has. */
  loss!: f64;
  /** Four vectors of f32: the linear parts of losses, and two products of factors whose logarithms are the rest (step/loss-sum.ts). */
  lossParts!: usize;
  /** Factors of each number of the products. */
  lossFactors!: i32;
  /** The linear part of the loss of the last batch. */
  batchLoss!: f64;
  /** Waits at the barrier, in a row, at which the thread fell asleep. */
  sleeps!: i32;

  // Learning rate: straight from start to end over the tokens of all epochs.
  startRate!: f64;
  endRate!: f64;
  /** Mean loss of a batch above which a run has diverged. */
  lossLimit!: f64;
}

/** Between two sentences in a stream of rows. */
export const SENTENCE_END: i32 = -1;
