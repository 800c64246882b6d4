/** Counts seconds, without the pauses. */
export interface Stopwatch {
  readonly seconds: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Starts a stopwatch. */
export function stopwatch(): Stopwatch {
  let start = performance.now();
  let pausedAt: number | undefined;
  return {
    seconds: () => ((pausedAt ?? performance.now()) - start) / 1000,
    pause() {
      pausedAt = performance.now();
    },
    resume() {
      start += performance.now() - (pausedAt ?? performance.now());
      pausedAt = undefined;
    },
  };
}
