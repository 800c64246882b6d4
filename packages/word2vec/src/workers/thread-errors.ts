/** The error of a thread that has died at work. */
export function threadDied(why: string): Error {
  return new Error(`train: a thread has died (${why}); the run is lost. Is there enough memory?`);
}

/** The error of a thread that can't be had. */
export function threadNotStarted(why: string): Error {
  return new Error(`train: a thread can't be started (${why})`);
}
