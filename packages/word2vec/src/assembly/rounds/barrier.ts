import { Round } from "../round";
import { Run } from "../run";

/** How often a thread looks before it sleeps, where its last waits ended in sleep: two microseconds. */
const FEW_SPINS: i32 = 5000;

/**
 * Comes to the barrier. True for the last of the threads: the others wait until it calls `openBarrier`, so that it can do what
 * only one may do.
 */
@inline
export function isLastAtBarrier(run: Run): bool {
  return atomic.add<i32>(run.round + offsetof<Round>("arrived"), 1) == run.threads - 1;
}

/** Lets all threads go that wait at the barrier. */
export function openBarrier(run: Run): void {
  const round = run.round;
  atomic.store<i32>(round + offsetof<Round>("arrived"), 0);
  atomic.add<i32>(round + offsetof<Round>("generation"), 1);
  if (atomic.load<i32>(round + offsetof<Round>("sleepers")) != 0) atomic.notify(round + offsetof<Round>("generation"), run.threads);
}

@inline
export function barrierGeneration(run: Run): i32 {
  return atomic.load<i32>(run.round + offsetof<Round>("generation"));
}

/**
 * Waits until the barrier opens. Returns false if the run is broken off, as when a thread has died.
 *
 * A thread first spins: it looks again and again whether the others have come. To fall asleep and be woken takes tens of
 * microseconds. Where cores are short, a spinning thread keeps the others from coming: after two sleeps in a row it spins for
 * long two times in eight only.
 *
 * @param generation - the barrier's before this thread came to it
 */
export function waitAtBarrier(run: Run, generation: i32): bool {
  const at = run.round + offsetof<Round>("generation");
  const spins = (run.sleeps & 7) < 2 ? run.spins : min(run.spins, FEW_SPINS);
  for (let i = 0; i < spins; i++) {
    if (atomic.load<i32>(at) != generation) {
      run.sleeps = 0;
      return true;
    }
  }
  run.sleeps++;
  const sleepers = run.round + offsetof<Round>("sleepers");
  atomic.add<i32>(sleepers, 1);
  while (atomic.load<i32>(at) == generation) {
    if (atomic.load<i32>(run.round + offsetof<Round>("isBroken")) != 0) return false;
    atomic.wait<i32>(at, generation, 100_000_000);
  }
  atomic.sub<i32>(sleepers, 1);
  return true;
}
