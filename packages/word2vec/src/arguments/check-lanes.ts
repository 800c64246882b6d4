import type { Settings } from "./settings.js";

/** Rows that a lane can number. */
const MOST_ROWS = 65_535;

/**
 * Refuses lanes that may need more rows than they can number: of the words of a lane, of those in reach of its windows, and of its
 * pool of negatives.
 *
 * @param V - words of the vocabulary; a lane never has more rows
 * @throws RangeError saying how many they are
 */
export function checkLanes(
  caller: string,
  V: number,
  { laneWords, window, negativePool, negatives }: Pick<Settings, "laneWords" | "window" | "negativePool" | "negatives">,
): void {
  const rows = laneWords + 2 * window + negativePool + negatives + 1;
  if (Math.min(V, rows) > MOST_ROWS) {
    throw new RangeError(
      `${caller}: a lane of ${laneWords} words, windows of ${window} and a pool of ${negativePool} for ${negatives} negatives may ` +
        `need ${Math.min(V, rows)} rows of ${V}; the most is ${MOST_ROWS}: lower laneWords, negativePool, window or negatives`,
    );
  }
}
