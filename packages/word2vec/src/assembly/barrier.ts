// Shared words: threads that have arrived, generation, whether a thread has died, whether the host wants the run to stop,
// and whether it stops at an even and at an odd batch.
const GENERATION: usize = 4;
const BROKEN: usize = 8;
const STOP_WANTED: usize = 12;
const STOPS: usize = 16;

/**
 * The first thread's decision, before a meeting: all must stop at the same batch. It can be one batch ahead of the others,
 * not two, so two places are enough.
 */
export function decideToStop(barrier: usize, parity: i32): void {
  atomic.store<i32>(barrier + STOPS + ((<usize>parity) << 2), atomic.load<i32>(barrier, STOP_WANTED));
}

/** The decision, after the meeting. */
export function stops(barrier: usize, parity: i32): bool {
  return atomic.load<i32>(barrier + STOPS + ((<usize>parity) << 2)) != 0;
}

/** Waiting costs a trip to the system; most waits are shorter than this many looks. */
const SPINS = 20000;

/** Waits for all threads. False if the run is broken off, as when a thread has died. */
export function meet(barrier: usize, threads: i32): bool {
  const generation = atomic.load<i32>(barrier, GENERATION);
  if (atomic.add<i32>(barrier, 1) == threads - 1) {
    atomic.store<i32>(barrier, 0);
    atomic.add<i32>(barrier, 1, GENERATION);
    atomic.notify(barrier + GENERATION, threads);
    return atomic.load<i32>(barrier, BROKEN) == 0;
  }
  for (let spin = 0; spin < SPINS; spin++) {
    if (atomic.load<i32>(barrier, GENERATION) != generation) return true;
  }
  while (atomic.load<i32>(barrier, GENERATION) == generation) {
    if (atomic.load<i32>(barrier, BROKEN) != 0) return false;
    atomic.wait<i32>(barrier + GENERATION, generation, 100_000_000);
  }
  return true;
}
