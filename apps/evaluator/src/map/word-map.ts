import { fork, type Random } from "@wordloom/random";
import { mostSimilarBatch, type Neighbour, type WordVectors } from "@wordloom/vectors";
import { type Plane, principalPlane } from "./principal-plane.js";
import { canUmap, type Layout, umapLayout } from "./umap-layout.js";

/** The data of a report's map, in a compact form. */
export interface WordMap {
  /** The most frequent words first; word `i` is point `i` of every layout. */
  readonly words: readonly string[];
  /** How often each word occurs, if that is known. */
  readonly counts?: readonly number[];
  /** The neighbours of each word among the words on the map. */
  readonly onMap: NeighbourLists;
  /** The neighbours of each word among all words; absent if all words are on the map. */
  readonly overall?: NeighbourLists;
  /** Neighbours that are not on the map; their numbers follow those of the words. */
  readonly others: readonly string[];
  /** How many words were searched for neighbours. */
  readonly lookedAt: number;
  readonly layouts: readonly MapLayout[];
}

/** For each word, the numbers of its neighbours, the nearest first, and their cosines. */
export interface NeighbourLists {
  readonly numbers: readonly (readonly number[])[];
  readonly cosines: readonly (readonly number[])[];
}

/** One layout of a map. */
export interface MapLayout {
  readonly name: string;
  /** Says how the layout was made. */
  readonly note: string;
  /** The coordinates, `[N]` each, whole numbers from 0; the larger extent is 10,000. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The options of {@link wordMap}. */
export interface WordMapOptions {
  /** Whether to add a layout by UMAP. */
  readonly umap?: boolean;
  /** Neighbours are searched among this many first rows; by default among all. */
  readonly restrict?: number;
  /** Receives the share of UMAP's work that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const LISTED = 10;
/** UMAP needs this many neighbours. */
const NEAREST = 14;
const EXTENT = 10_000;

/**
 * Places the most frequent words on a plane, by the directions of their vectors, and finds the neighbours of each.
 *
 * @param most - the number of words; fewer if there are fewer vectors
 */
export function wordMap(
  vectors: WordVectors,
  most: number,
  random: Random,
  { umap = false, restrict = vectors.words.length, onProgress }: WordMapOptions = {},
): WordMap {
  const rows = mostFrequentRows(vectors, most);
  const words = rows.map((row) => vectors.words[row]);
  const { counts } = vectors;
  const lookedAt = Math.min(restrict, vectors.words.length);
  const near = mostSimilarBatch(vectors, words, { top: NEAREST, restrict: new Set(words) });
  const all = lookedAt > words.length ? mostSimilarBatch(vectors, words, { top: LISTED, restrict: lookedAt }) : [];
  const numbers = numbered([words, ...all.map((list) => list.map(({ word }) => word))].flat());

  const plane = principalPlane(directions(vectors, rows), vectors.dimension);
  const layouts = [{ name: "PCA", note: pcaNote(plane), ...onGrid(plane) }];
  if (umap && canUmap(words.length)) {
    const graph = near.map((list) => ({
      points: list.map(({ word }) => numbers.get(word) ?? 0),
      distances: list.map(({ similarity }) => 1 - similarity),
    }));
    const layout = umapLayout(graph, fork(random, "umap"), onProgress ? { onProgress } : {});
    layouts.push({ name: "UMAP", note: UMAP_NOTE, ...onGrid(layout) });
  }
  return {
    words,
    ...(counts && { counts: rows.map((row) => counts[row]) }),
    onMap: neighbourLists(near, numbers),
    ...(all.length > 0 && { overall: neighbourLists(all, numbers) }),
    others: [...numbers.keys()].slice(words.length),
    lookedAt,
    layouts,
  };
}

/** Numbers words in the order in which they first come. */
function numbered(words: readonly string[]): Map<string, number> {
  return new Map([...new Set(words)].map((word, number) => [word, number]));
}

function neighbourLists(
  lists: readonly (readonly Neighbour[])[],
  numbers: ReadonlyMap<string, number>,
): NeighbourLists {
  const listed = lists.map((list) => list.slice(0, LISTED));
  return {
    numbers: listed.map((list) => list.map(({ word }) => numbers.get(word) ?? 0)),
    cosines: listed.map((list) => list.map(({ similarity }) => Number(similarity.toFixed(3)))),
  };
}

const UMAP_NOTE =
  "UMAP: similar words stand near each other (15 neighbours by cosine). Groups have a meaning; distances between groups, directions and gaps have little.";

function pcaNote({ variance }: Plane): string {
  const share = (100 * variance).toFixed(variance < 0.1 ? 1 : 0);
  return `PCA: the plane along which the directions of these words differ most. It shows ${share} % of their variance, so words that look near each other may be far apart.`;
}

/** The rows of the largest counts. Without counts the first rows, because files have the frequent words first. */
function mostFrequentRows({ words, counts }: WordVectors, most: number): number[] {
  const rows = Array.from(words.keys());
  return (counts === undefined ? rows : rows.sort((a, b) => counts[b] - counts[a])).slice(0, most);
}

/** Scales rows to length 1, `[N, D]`; zero vectors stay zero. */
function directions({ data, norms, dimension: D }: WordVectors, rows: readonly number[]): Float64Array {
  const out = new Float64Array(rows.length * D);
  for (const [n, row] of rows.entries()) {
    const share = norms[row] > 0 ? 1 / norms[row] : 0;
    for (let d = 0; d < D; d++) out[n * D + d] = data[row * D + d] * share;
  }
  return out;
}

function onGrid({ x, y }: Layout): Pick<MapLayout, "x" | "y"> {
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const scale = EXTENT / (Math.max(right - left, bottom - top) || 1);
  return {
    x: Array.from(x, (value) => Math.round((value - left) * scale)),
    y: Array.from(y, (value) => Math.round((value - top) * scale)),
  };
}

function extent(values: Float64Array): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}
