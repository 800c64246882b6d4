import { requireArgument } from "@wordloom/arguments";
import { codesChecksum, writeQuery } from "../nearest/code-table.js";
import type { DirectionQuery } from "../nearest/direction-query.js";
import type { SearchTable } from "../nearest/search-table.js";
import { graphFault } from "./graph-fault.js";
import { type GraphMemory, graphMemory, LARGEST_EF } from "./graph-memory.js";
import type { ApproximateIndex } from "./index-data.js";

/** The graphs of a value's rows: an index that fitted these has still to be compared with any others. */
const known = new WeakMap<SearchTable, WeakMap<ApproximateIndex, GraphMemory>>();

/** Remembers where the graph of an index already is. */
export function keepGraph(index: ApproximateIndex, graph: GraphMemory): void {
  const { table } = graph.codes;
  const graphs = known.get(table) ?? new WeakMap<ApproximateIndex, GraphMemory>();
  known.set(table, graphs.set(index, graph));
}

/** Rows, in their order, that an index finds near to a direction: `ef` of them, less the excluded ones. */
export function indexedCandidates(graph: GraphMemory, { direction, excluded }: DirectionQuery, ef: number): number[] {
  const { codes, address, pool } = graph;
  writeQuery(codes, 0, direction);
  graph.fields.write({ queryFactor: 1 });
  const count = codes.kernels.searchGraph(address, Math.min(ef + excluded.size, LARGEST_EF));
  const rows: number[] = [];
  for (let i = 0; i < count; i++) if (!excluded.has(pool[2 * i + 1])) rows.push(pool[2 * i + 1]);
  return rows.sort((a, b) => a - b);
}

/**
 * The graph of an index beside the codes of a table, brought there when it is first asked for.
 *
 * @throws RangeError for an index of another table, or one that has been damaged
 */
export function graphOf(caller: string, index: ApproximateIndex, table: SearchTable): GraphMemory {
  const { links, upperLinks } = Object(index) as Partial<ApproximateIndex>;
  const isIndex = links !== undefined && upperLinks !== undefined;
  requireArgument(caller, isIndex, "the index is", index, "approximateIndex(vectors) or decodeIndex(bytes) makes one");
  const V = table.lengths.length;
  if (index.size !== V || index.dimension !== table.dimension) {
    throw new RangeError(
      `${caller}: the index is of ${index.size} rows of ${index.dimension} numbers, the vectors are ${V} of ${table.dimension}`,
    );
  }
  const found = known.get(table)?.get(index);
  if (found !== undefined) return found;
  const fault = graphFault(index);
  if (fault !== undefined) throw new RangeError(`${caller}: the index is damaged: ${fault}`);
  const graph = graphMemory(caller, table, index);
  const checksum = codesChecksum(graph.codes);
  if (checksum !== index.checksum) {
    throw new RangeError(
      `${caller}: the index is of other vectors: their checksum is ${checksum}, its own ${index.checksum}; build it anew`,
    );
  }
  graph.links.set(index.links);
  graph.upperLinks.set(index.upperLinks);
  graph.fields.write({ entry: index.entry });
  keepGraph(index, graph);
  return graph;
}
