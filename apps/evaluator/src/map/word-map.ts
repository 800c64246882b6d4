import { fork, type Random } from "@wordloom/random";
import { mostSimilar, type WordVectors } from "@wordloom/vectors";
import { type Plane, principalPlane } from "./principal-plane.js";
import { canUmap, type Layout, umapLayout } from "./umap-layout.js";

/** What the map of a report shows, as small as it can be written down. */
export interface WordMap {
  /** The most frequent words first; word `i` is point `i` of every layout. */
  readonly words: readonly string[];
  /** How often each occurred, where that is known. */
  readonly counts?: readonly number[];
  /** Words that are neighbours of others and not on the map; their numbers follow those of the words. */
  readonly others: readonly string[];
  /** Of each word, the numbers of its neighbours, the nearest first. */
  readonly neighbours: readonly (readonly number[])[];
  /** Their cosines. */
  readonly cosines: readonly (readonly number[])[];
  readonly layouts: readonly MapLayout[];
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
  /** How many neighbours of each word to list: 10 unless told otherwise. */
  readonly top?: number;
  /** Neighbours are among the first so many rows; all unless told otherwise. */
  readonly restrict?: number;
  /** Told the share of UMAP's work that is done. */
  readonly onProgress?: (share: number) => void;
}

/** UMAP wants the 14 nearest on the map. */
const UMAP_NEIGHBOURS = 14;
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
  { umap = false, top = 10, restrict, onProgress }: WordMapOptions = {},
): WordMap {
  const rows = mostFrequentRows(vectors, most);
  const words = rows.map((row) => vectors.words[row]);
  const { counts } = vectors;
  const plane = principalPlane(directions(vectors, rows), vectors.dimension);
  const layouts = [{ name: "PCA", note: pcaNote(plane), ...onGrid(plane) }];
  if (umap && canUmap(words.length)) {
    const layout = umapLayout(nearestOnMap(vectors, words), fork(random, "umap"), onProgress ? { onProgress } : {});
    layouts.push({ name: "UMAP", note: UMAP_NOTE, ...onGrid(layout) });
  }
  return {
    words,
    ...(counts && { counts: rows.map((row) => counts[row]) }),
    ...neighboursOf(vectors, words, restrict === undefined ? { top } : { top, restrict }),
    layouts,
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

function nearestOnMap(vectors: WordVectors, words: readonly string[]) {
  const number = new Map(words.map((word, n) => [word, n]));
  return words.map((word) => {
    const near = mostSimilar(vectors, word, { top: UMAP_NEIGHBOURS, restrict: words.length });
    return {
      points: near.map((neighbour) => number.get(neighbour.word) ?? 0),
      distances: near.map(({ similarity }) => 1 - similarity),
    };
  });
}

function neighboursOf(
  vectors: WordVectors,
  words: readonly string[],
  options: { readonly top: number; readonly restrict?: number },
): Pick<WordMap, "others" | "neighbours" | "cosines"> {
  const numbers = new Map(words.map((word, n) => [word, n]));
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const lists = words.map((word) => mostSimilar(vectors, word, options));
  const neighbours = lists.map((list) => list.map(({ word }) => numberOf(word)));
  return {
    neighbours,
    cosines: lists.map((list) => list.map(({ similarity }) => Number(similarity.toFixed(4)))),
    others: [...numbers.keys()].slice(words.length),
  };
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
