/** Measures how long a run has trained. */
export interface Stopwatch {
  /** Seconds since the run began, without those of the pauses. */
  readonly seconds: () => number;
  /** Stands still until what `wait` returns has resolved. */
  readonly pauseFor: (wait: () => unknown) => Promise<void>;
}

/** A stopwatch that runs from now on. */
export function stopwatch(): Stopwatch {
  let start = now();
  return {
    seconds: () => (now() - start) / 1000,
    async pauseFor(wait) {
      const before = now();
      await wait();
      start += now() - before;
    },
  };
}

/**
 * The only place in the packages that reads a clock: how fast a run goes and what is left of it can't be said without, and
 * nothing that is computed depends on it.
 */
function now(): number {
  // biome-ignore lint/style/noRestrictedGlobals: see above
  return performance.now();
}
