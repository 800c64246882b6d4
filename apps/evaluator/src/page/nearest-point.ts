import type { Point } from "./viewport.js";

/**
 * Finds the point that is nearest to a pixel.
 *
 * @param reach - how many pixels away it may be at most
 * @returns the number of the point, or −1 if none is near enough
 */
export function nearestPoint(points: readonly Point[], { x, y }: Point, reach: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (const [row, point] of points.entries()) {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (distance < least || (distance === least && nearest < 0)) {
      nearest = row;
      least = distance;
    }
  }
  return nearest;
}
