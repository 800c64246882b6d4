import { type Random, uniform } from "@wordloom/random";
import { UMAP } from "umap-js";

/** Points on a plane, neighbours beside each other. */
export interface Layout {
  /** `[N]` each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The nearest points of a point, itself not among them, the nearest first. */
export interface NearestPoints {
  readonly points: readonly number[];
  readonly distances: readonly number[];
}

export interface UmapOptions {
  /** Told the share of the work that is done, now and then. */
  readonly onProgress?: (share: number) => void;
}

/** UMAP's own default, the point itself included. */
const NEIGHBOURS = 15;

/** Words that stand closer than UMAP's 0.1 allows can't be read. */
const MINIMUM_DISTANCE = 0.5;

/** Whether there are enough points for UMAP to say anything. */
export function canUmap(N: number): boolean {
  return N > NEIGHBOURS;
}

/**
 * A plane on which points are near those that they are near to: UMAP of a graph of neighbours. The same stream of random
 * numbers gives the same plane.
 *
 * @param nearest - of each of more than 15 points, the 14 nearest
 * @see McInnes, Healy and Melville 2018, https://arxiv.org/abs/1802.03426
 */
export function umapLayout(
  nearest: readonly NearestPoints[],
  random: Random,
  { onProgress = () => undefined }: UmapOptions = {},
): Layout {
  const umap = new UMAP({ nNeighbors: NEIGHBOURS, minDist: MINIMUM_DISTANCE, random: () => uniform(random) });
  // The graph is exact, so that UMAP never looks at the points; like UMAP's own, it counts a point as its nearest.
  umap.setPrecomputedKNN(
    nearest.map(({ points }, i) => [i, ...points.slice(0, NEIGHBOURS - 1)]),
    nearest.map(({ distances }) => [0, ...distances.slice(0, NEIGHBOURS - 1)]),
  );
  const epochs = umap.initializeFit(nearest.map(() => [0]));
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    onProgress((epoch + 1) / epochs);
  }
  const plane = umap.getEmbedding();
  return { x: Float64Array.from(plane, ([x]) => x), y: Float64Array.from(plane, ([, y]) => y) };
}
