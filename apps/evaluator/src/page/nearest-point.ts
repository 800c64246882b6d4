import type { Point } from "./viewport.js";

/** The point nearest to a pixel among those that are no further than so many pixels; −1 if there is none. */
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
