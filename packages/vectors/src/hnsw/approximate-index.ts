import { checkOptions } from "@wordloom/arguments";
import { checkWhole } from "../arguments/check-whole.js";
import { codesChecksum } from "../nearest/code-table.js";
import { searchTable } from "../nearest/search-table.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { graphMemory, LARGEST_EF } from "./graph-memory.js";
import { keepGraph } from "./graph-search.js";
import type { ApproximateIndex } from "./index-data.js";
import { randomLevels } from "./random-levels.js";

/** Options of {@link approximateIndex}. */
export interface ApproximateIndexOptions {
  /** How many links a row has; twice as many on the lowest layer. More find more, and take more memory. Default 16. */
  readonly M?: number;
  /** How many rows to look at for the links of each row. More find more, and take longer to build. Default 200. */
  readonly efConstruction?: number;
  /** The seed of the layers. The same seed and table give the same graph on any machine. Default 1. */
  readonly seed?: number;
  /** Is called with the number of rows that are in, some hundred times a second. */
  readonly onProgress?: (rows: number) => void;
}

/** Rows between two calls of `onProgress`; engines change to their fastest code of a kernel between two calls, too. */
const TURN = 64;
const MOST_LINKS = 256;

/**
 * Builds an index that finds *nearly* all of the most similar words in a fraction of a scan's time:
 * `mostSimilar(vectors, query, { index })`. It is for tables of a million rows, where a scan takes milliseconds; below
 * some 100,000 rows it gains little.
 *
 * The index is a hierarchical navigable small world. It is built and searched on one-byte codes of the rows; what a
 * search finds is ranked by the rows themselves. It takes about `D + 8 M + 20` bytes a row, of which `D` are the codes
 * that exact queries use, too.
 *
 * @throws RangeError if an option makes no sense, or the graph takes more than the 4 GiB of WebAssembly
 * @throws Error if there is no WebAssembly with SIMD
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
