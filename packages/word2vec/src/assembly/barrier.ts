import { Run } from "./run";

// Shared words: threads that have arrived, generation, whether a thread has died, and threads asleep.
const GENERATION: usize = 4;
const BROKEN: usize = 8;
const SLEEPERS: usize = 12;

/** How often a thread looks before it sleeps, where its last waits ended in sleep: two microseconds. */
const FEW_SPINS: i32 = 5000;

/**
 * Waits until all threads of the run have come here. Returns false if the run is broken off, as when a thread has died.
 *
 * A thread first spins: it looks again and again whether the others have come. To fall asleep and be woken takes longer than
 * a batch, and a thread that wakes late makes the others fall asleep as well. Where cores are short, a spinning thread keeps
 * the others from coming: after two sleeps in a row it spins for long two times in eight only. Not sooner, and not less often:
 * where rows can't be cut evenly, threads with fewer vectors wait some microseconds at nearly every batch, and would sleep each time.
 */
export function waitAtBarrier(run: Run): bool {
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
  const spins = (run.sleeps & 7) < 2 ? run.spins : min(run.spins, FEW_SPINS);
  for (let i = 0; i < spins; i++) {
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
