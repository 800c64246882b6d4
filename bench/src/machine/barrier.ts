/** Threads that have arrived, and how often all have. */
const ARRIVED = 0;
const GENERATION = 1;

/** As often as the engine's threads look before they sleep. */
const SPINS = 300_000;

/** Waits for all threads: the engine's barrier, in TypeScript. */
export function waitAtBarrier(words: Int32Array, threads: number): void {
  const generation = Atomics.load(words, GENERATION);
  if (Atomics.add(words, ARRIVED, 1) === threads - 1) {
    Atomics.store(words, ARRIVED, 0);
    Atomics.add(words, GENERATION, 1);
    Atomics.notify(words, GENERATION);
    return;
  }
  for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, GENERATION) !== generation) return;
  while (Atomics.load(words, GENERATION) === generation) Atomics.wait(words, GENERATION, generation, 100);
}
