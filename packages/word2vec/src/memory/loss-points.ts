/** Points of a whole run, about. */
const POINTS = 200;

/** How many points of the loss curve the kernels have room for, until the host reads them. */
export const POINT_ROOM = 256;

/**
 * Target words from one point to the next.
 *
 * @param totalWords - target words that the whole run will see, about
 */
export function pointStep(totalWords: number): number {
  return Math.max(1, totalWords / POINTS);
}
