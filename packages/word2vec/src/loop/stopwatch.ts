/** Seconds that a run has trained, and what follows from them. */
export interface Pace {
  /** Since the run began, but for the pauses. */
  readonly seconds: () => number;
  /** Leaves out the time that a wait takes. */
  readonly without: (wait: () => unknown) => Promise<void>;
}

export function pace(): Pace {
  let start = now();
  return {
    seconds: () => (now() - start) / 1000,
    async without(wait) {
      const before = now();
      await wait();
      start += now() - before;
    },
  };
}

/**
 * The one look at a clock in the packages: how fast a run goes and what is left of it can't be told without, and nothing
 * that is computed depends on it.
 */
function now(): number {
  // biome-ignore lint/style/noRestrictedGlobals: see above
  return performance.now();
}
