/** A report of a program's progress, and when it came. */
export interface Progress {
  /** By our clock. */
  readonly seconds: number;
  /** Of all that it has to train, in [0, 1]. */
  readonly share: number;
}

/**
 * Seconds of training: between the first report and the last, made whole. What comes before the first is left out, so loading
 * is.
 *
 * @throws Error if progress was shown fewer than two times
 */
export function wholeSeconds(program: string, shown: readonly Progress[]): number {
  const [first, last] = [shown[0], shown.at(-1)];
  if (last === undefined || last.share <= first.share) {
    throw new Error(
      `${program} showed its progress fewer than two times; is the corpus too small, or another program?`,
    );
  }
  return (last.seconds - first.seconds) / (last.share - first.share);
}
