import { type Random, uniform } from "@wordloom/random";
import { UMAP } from "umap-js";

/** Points on a plane, with neighbours near each other. */
export interface Layout {
  /** The coordinates, `[N]` each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The nearest points of one point, without the point itself, the nearest first. */
export interface NearestPoints {
  readonly points: readonly number[];
  readonly distances: readonly number[];
}

/** The options of {@link umapLayout}. */
export interface UmapOptions {
  /** Receives the share of the work that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** UMAP's default. The point itself counts as one of them. */
const NEIGHBOURS = 15;

/** UMAP's default is 0.1, but words so close together cannot be read. */
const MINIMUM_DISTANCE = 0.5;

/** Whether N points are enough for UMAP. */
export function canUmap(N: number): boolean {
  return N > NEIGHBOURS;
}

/**
 * Places points on a plane so that near points stay near each other, by UMAP of a graph of neighbours. The same stream of
 * random numbers gives the same plane.
 *
 * @param nearest - the 14 nearest points of each point; there must be more than 15 points
 * @see McInnes, Healy and Melville 2018, https://arxiv.org/abs/1802.03426
 */
export function umapLayout(
  nearest: readonly NearestPoints[],
  random: Random,
  { onProgress = () => undefined }: UmapOptions = {},
): Layout {
  const umap = new UMAP({ nNeighbors: NEIGHBOURS, minDist: MINIMUM_DISTANCE, random: () => uniform(random) });
  // The graph is complete, so UMAP never looks at the points. As in UMAP's own graph, each point is its own nearest.
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
