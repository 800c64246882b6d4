// Where a run is. One for all threads: the last one at a barrier writes it, and the host between two rounds.
@unmanaged
export class Round {
  // The barrier: threads that have arrived, generation, whether a thread has died, and threads asleep (rounds/barrier.ts).
  arrived!: i32;
  generation!: i32;
  isBroken!: i32;
  sleepers!: i32;
  /** Not 0 when the host wants the run to stop: the round in work is given up, and the tables are what they were before it. */
  isStopping!: i32;
  /** The lane that is taken next. */
  nextLane!: i32;
  /** The part of the rows that is merged next. */
  nextPart!: i32;
  status!: i32;
  epoch!: i32;
  /** The token at which the round begins, in its epoch. */
  position!: f64;
  /** Tokens that the host has copied: the first one, and the one behind the last. */
  chunkStart!: f64;
  chunkEnd!: f64;
  // Sums, of targets and of losses.
  epochTargets!: f64;
  epochLoss!: f64;
  allTargets!: f64;
  lossSum!: f64;
  /** Mean loss of the batch at which a lane diverged, and the learning rate there. */
  divergedLoss!: f64;
  divergedRate!: f64;
  /** Points of the loss curve so far, targets from one to the next, and the number of targets at which the next one is due. */
  pointsPassed!: i32;
  pointStep!: f64;
  pointDue!: f64;
}
