import { Run } from "./run";

// Shared words: threads that have arrived, generation, whether a thread has died, and threads asleep.
const GENERATION: usize = 4;
const BROKEN: usize = 8;
const SLEEPERS: usize = 12;

/** Looks before a sleep, where the last waits ended in sleep: two microseconds. */
const FEW: i32 = 5000;

/**
 * Waits for all threads. False if the run is broken off, as when a thread has died.
 *
 * To fall asleep and be woken takes longer than a batch, and who wakes late makes the others fall asleep in turn: so a thread
 * first looks for longer than that takes. Where cores are short, looking keeps the others from coming: who had to sleep twice
 * in a row soon sleeps again, and looks for long two times in eight. Not sooner, and not less often: where rows can't be parted
 * evenly, those with fewer vectors wait for some microseconds at nearly every batch, and would sleep each time.
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
  const looks = (run.sleeps & 7) < 2 ? run.looks : min(run.looks, FEW);
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
