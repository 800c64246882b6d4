import { median } from "../statistics/median.ts";

/** How many words were done at a time. */
export interface ProgressPoint {
  readonly milliseconds: number;
  readonly words: number;
}

/** From the first sign of progress on, engines still compile. */
const WARM_UP_MILLISECONDS = 500;

/** Whether points reach so far beyond the warm-up. */
export function isSteady(points: readonly ProgressPoint[], milliseconds: number): boolean {
  const steady = steadyPoints(points);
  return steady.length >= 4 && steady[steady.length - 1].milliseconds - steady[0].milliseconds >= milliseconds;
}

/**
 * Nanoseconds a word after the warm-up: the median over the times from point to point, so that a moment in which the core
 * was taken away does not count.
 *
 * @throws RangeError if no words were done in between
 */
export function steadyWordTime(points: readonly ProgressPoint[]): number {
  const steady = steadyPoints(points);
  const times = steady.slice(1).flatMap(({ milliseconds, words }, index) => {
    const before = steady[index];
    return words > before.words ? [(1e6 * (milliseconds - before.milliseconds)) / (words - before.words)] : [];
  });
  if (times.length === 0) {
    throw new RangeError(
      `steadyWordTime: ${steady.length} of ${points.length} points come after the warm-up; run longer`,
    );
  }
  return median(times);
}

function steadyPoints(points: readonly ProgressPoint[]): readonly ProgressPoint[] {
  return points.filter(({ milliseconds }) => milliseconds - points[0].milliseconds >= WARM_UP_MILLISECONDS);
}
