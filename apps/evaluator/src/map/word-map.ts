import { fork, type Random } from "@wordloom/random";
import { mostSimilarBatch, type Neighbour, type WordVectors } from "@wordloom/vectors";
import { type Plane, principalPlane } from "./principal-plane.js";
import { canUmap, type Layout, umapLayout } from "./umap-layout.js";

/** What the map of a report shows, as small as it can be written down. */
export interface WordMap {
  /** The most frequent words first; word `i` is point `i` of every layout. */
  readonly words: readonly string[];
  /** How often each occurred, where that is known. */
  readonly counts?: readonly number[];
  /** Of each word, its neighbours among those on the map. */
  readonly onMap: NeighbourLists;
  /** Of each word, its neighbours among all; absent where all are on the map. */
  readonly overall?: NeighbourLists;
  /** Neighbours that are not on the map; their numbers follow those of the words. */
  readonly others: readonly string[];
  /** How many words neighbours were looked for in. */
  readonly lookedAt: number;
  readonly layouts: readonly MapLayout[];
}

/** Of each word, the numbers of its neighbours, the nearest first, and their cosines. */
export interface NeighbourLists {
  readonly numbers: readonly (readonly number[])[];
  readonly cosines: readonly (readonly number[])[];
}

export interface MapLayout {
  readonly name: string;
  /** How it was made, in a sentence. */
  readonly note: string;
  /** `[N]` each, whole numbers, the larger extent being 10,000. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface WordMapOptions {
  /** Whether to draw the words by UMAP, too. */
  readonly umap?: boolean;
  /** Neighbours are among the first so many rows; all unless told otherwise. */
  readonly restrict?: number;
  /** Told the share of UMAP's work that is done. */
  readonly onProgress?: (share: number) => void;
}

const LISTED = 10;
/** UMAP wants so many. */
const NEAREST = 14;
const EXTENT = 10_000;

/**
 * Lays out the most frequent words on a plane, by the directions of their vectors, and finds the neighbours of each.
 *
 * @param most - how many words; there are fewer where the vectors have fewer
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

/** The number of each word, by its first appearance. */
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
  "UMAP: words stand near those that they are similar to (15 neighbours by cosine). Groups mean something; distances between groups, directions and gaps mean little.";

function pcaNote({ variance }: Plane): string {
  const share = (100 * variance).toFixed(variance < 0.1 ? 1 : 0);
  return `PCA: the plane along which the directions of these words differ most. It shows ${share} % of their variance, so that words that look near may be far apart in the rest.`;
}

/** By count where counts are known; else the first rows, since files put the frequent words first. */
function mostFrequentRows({ words, counts }: WordVectors, most: number): number[] {
  const rows = Array.from(words.keys());
  return (counts === undefined ? rows : rows.sort((a, b) => counts[b] - counts[a])).slice(0, most);
}

/** `[N, D]`, of length 1; zero vectors stay zero. */
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
