import { checkOptions } from "../arguments/check-options.js";
import { checkWhole } from "../arguments/check-whole.js";
import { codesChecksum } from "../nearest/code-table.js";
import { searchTable } from "../nearest/search-table.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { graphMemory, LARGEST_EF } from "./graph-memory.js";
import { keepGraph } from "./graph-search.js";
import type { ApproximateIndex } from "./index-data.js";
import { randomLevels } from "./random-levels.js";

export interface ApproximateIndexOptions {
  /** Links of a row, twice as many on the lowest layer. More find more, and take more memory. Default 16. */
  readonly M?: number;
  /** Rows looked at for the links of each. More find more, and take more time to build. Default 200. */
  readonly efConstruction?: number;
  /** Of the layers. The same seed and table give the same graph, on any machine. Default 1. */
  readonly seed?: number;
  /** Told how many rows are in, some hundred times a second. */
  readonly onProgress?: (rows: number) => void;
}

/** Rows between two calls of `onProgress`; engines change to their fastest code of a kernel between two calls, too. */
const TURN = 64;
const MOST_LINKS = 256;

/**
 * An index for finding *nearly* all of the most similar words in a fraction of a scan's time: `mostSimilar(vectors, query,
 * { index })`. For tables of a million rows, where a scan takes milliseconds; below some 100,000 it gains little.
 *
 * A hierarchical navigable small world. It is built and searched on one-byte codes of the rows; what a search returns is
 * ranked by the rows themselves. It takes `D + 8 M + 20` bytes a row, about, of which `D` are the codes that exact queries
 * use, too.
 *
 * @throws RangeError for options that make no sense, or a graph beyond the 4 GiB of WebAssembly
 * @throws Error where there is no WebAssembly with SIMD
 * @see Malkov and Yashunin 2018, https://arxiv.org/abs/1603.09320
 *
 * @example
 * const index = approximateIndex(vectors);
 * mostSimilar(vectors, "year", { index })
 */
export function approximateIndex(vectors: SearchableVectors, options: ApproximateIndexOptions = {}): ApproximateIndex {
  requireVectors("approximateIndex", vectors);
  checkOptions(
    "approximateIndex",
    options,
    { M: true, efConstruction: true, seed: true, onProgress: true },
    { num_trees: "there are M and efConstruction", ef: "efConstruction", ef_construction: "efConstruction", m: "M" },
  );
  const { M = 16, efConstruction = 200, seed = 1, onProgress } = options;
  checkWhole("approximateIndex", "M", M, 2, MOST_LINKS);
  checkWhole("approximateIndex", "efConstruction", efConstruction, 1, LARGEST_EF);
  checkWhole("approximateIndex", "seed", seed, 0, 2 ** 32 - 1);
  const { words, dimension } = vectors;
  const table = searchTable(vectors);
  const graph = graphMemory("approximateIndex", table, {
    M,
    efConstruction,
    levels: randomLevels(words.length, M, seed),
  });
  for (let row = 0; row < words.length; row += TURN) {
    const end = Math.min(row + TURN, words.length);
    graph.codes.kernels.addRows(graph.address, row, end);
    onProgress?.(end);
  }
  const { levels, links, upperLinks } = graph;
  const index = {
    ...{ size: words.length, dimension, M, efConstruction, seed },
    ...{ entry: graph.fields.read("entry"), levels, links, upperLinks, checksum: codesChecksum(graph.codes) },
  };
  keepGraph(index, graph);
  return index;
}
