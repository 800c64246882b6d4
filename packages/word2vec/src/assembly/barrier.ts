import { Run } from "./run";

// Shared words: threads that have arrived, generation, whether a thread has died, whether the host wants the run to stop,
// whether it stops at an even and at an odd batch, and threads asleep.
const GENERATION: usize = 4;
const BROKEN: usize = 8;
const STOP_WANTED: usize = 12;
const STOPS: usize = 16;
const SLEEPERS: usize = 24;

/**
 * The first thread's decision, before a meeting: all must stop at the same batch. It can be one batch ahead of the others,
 * not two, so two places are enough.
 */
export function decideToStop(run: Run): void {
  atomic.store<i32>(run.barrier + STOPS + ((<usize>run.parity) << 2), atomic.load<i32>(run.barrier, STOP_WANTED));
}

/** The decision, after the meeting. */
export function stops(run: Run): bool {
  return atomic.load<i32>(run.barrier + STOPS + ((<usize>run.parity) << 2)) != 0;
}

/** Looks before a sleep, where the last waits ended in sleep: some microseconds. */
const FEW: i32 = 1000;

/**
 * Waits for all threads. False if the run is broken off, as when a thread has died.
 *
 * To fall asleep and be woken takes longer than a batch, and who wakes late makes the others fall asleep in turn: so a thread
 * first looks for longer than that takes. Where cores are short, looking keeps the others from coming: who had to sleep
 * soon sleeps again, and looks for long only every 32nd time.
 */
export function meet(run: Run): bool {
  const barrier = run.barrier;
  const threads = run.threads;
  if (threads == 1) return true;
  const generation = atomic.load<i32>(barrier, GENERATION);
  if (atomic.add<i32>(barrier, 1) == threads - 1) {
    atomic.store<i32>(barrier, 0);
    atomic.add<i32>(barrier, 1, GENERATION);
    if (atomic.load<i32>(barrier, SLEEPERS) != 0) atomic.notify(barrier + GENERATION, threads);
    return atomic.load<i32>(barrier, BROKEN) == 0;
  }
  const looks = (run.sleeps & 31) == 0 ? run.looks : min(run.looks, FEW);
  for (let i = 0; i < looks; i++) {
    if (atomic.load<i32>(barrier, GENERATION) != generation) {
      run.sleeps = 0;
      return true;
    }
  }
  run.sleeps++;
  atomic.add<i32>(barrier, 1, SLEEPERS);
  while (atomic.load<i32>(barrier, GENERATION) == generation) {
    if (atomic.load<i32>(barrier, BROKEN) != 0) return false;
    atomic.wait<i32>(barrier + GENERATION, generation, 100_000_000);
  }
  atomic.sub<i32>(barrier, 1, SLEEPERS);
  return true;
}
