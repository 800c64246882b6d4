import type { TrainingMemory } from "../memory/training-memory.js";

/**
 * How many target words a run has seen, and at what loss: exact, and the same for any number of threads. To be read between
 * two rounds.
 */
export interface EpochLosses {
  /** Target words seen so far. */
  readonly words: () => number;
  /** Epochs that have ended. */
  readonly epochs: () => number;
  /** Whether an epoch is under way that has seen words. */
  readonly isWithinEpoch: () => boolean;
  /** Mean per target of the epoch under way, or else of the last. */
  readonly loss: () => number;
  /** Mean per target of each epoch, the one under way included. */
  readonly losses: () => number[];
  /** Counts an epoch that the kernels have ended, and returns how many words it had. */
  readonly endEpoch: () => number;
}

/** Reads the losses of a run of `epochs` epochs where the kernels write them. */
export function epochLosses({ memory, losses, round }: TrainingMemory, epochs: number): EpochLosses {
  const means = new Float64Array(memory.buffer, losses, epochs);
  const ended = { epochs: 0, words: 0 };
  const words = (): number => round.read("allTargets");
  const begun = (): number => round.read("epochTargets");
  const loss = (): number => (begun() > 0 ? round.read("epochLoss") / begun() : means[ended.epochs - 1]);
  return {
    words,
    loss,
    epochs: () => ended.epochs,
    isWithinEpoch: () => begun() > 0,
    losses: () => [...means.subarray(0, ended.epochs), ...(begun() > 0 ? [loss()] : [])],
    endEpoch() {
      const count = words() - ended.words;
      ended.words = words();
      ended.epochs++;
      return count;
    },
  };
}
