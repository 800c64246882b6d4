import { MAXIMUM_MEMORY_BYTES, reserve, type StructView, structView } from "@wordloom/wasm";
import { graphLayout } from "../kernels.wasm.js";
import { type CodeTable, planCodes, writeCodes } from "../nearest/code-table.js";
import type { SearchTable } from "../nearest/search-table.js";
import { kernelPlan, kernelsOn } from "../wasm/kernels.js";

/** A graph where kernels can reach it, beside the codes of its rows. Its arrays are parts of the one memory. */
export interface GraphMemory {
  readonly codes: CodeTable;
  /** Address of the kernels' `Graph`. */
  readonly address: number;
  readonly fields: StructView<keyof typeof graphLayout.fields>;
  readonly pool: Int32Array;
  readonly levels: Uint8Array;
  readonly links: Int32Array;
  readonly upperLinks: Int32Array;
}

export interface GraphShape {
  readonly M: number;
  readonly efConstruction: number;
  /** `[V]` */
  readonly levels: Uint8Array;
}

export const NO_ROW = -1;
/** The most rows that a search keeps. */
export const LARGEST_EF: number = 2 ** 14;

/** A graph of no rows yet, for the rows of a table. */
export function graphMemory(
  caller: string,
  table: SearchTable,
  { M, efConstruction, levels }: GraphShape,
): GraphMemory {
  const V = levels.length;
  const upperStarts = new Int32Array(V);
  for (let row = 1; row < V; row++) upperStarts[row] = upperStarts[row - 1] + levels[row - 1];
  const upperLines = upperStarts[V - 1] + levels[V - 1];

  const plan = kernelPlan();
  const codePlaces = planCodes(plan, table);
  const address = reserve(plan, graphLayout.bytes);
  const queryBytes = Math.ceil(table.dimension / 8) * 16;
  const places = {
    levels: reserve(plan, V),
    links: reserve(plan, 4 * V * 2 * M),
    upperStarts: reserve(plan, 4 * V),
    upperLinks: reserve(plan, 4 * upperLines * M),
    visits: reserve(plan, V),
    pool: reserve(plan, 8 * (LARGEST_EF + 1)),
    list: reserve(plan, 4 * (2 * M + 1)),
    listScores: reserve(plan, 4 * (2 * M + 1)),
    chosen: reserve(plan, 4 * 2 * M),
    passed: reserve(plan, 4 * 2 * M),
    base: reserve(plan, queryBytes),
    candidate: reserve(plan, queryBytes),
    rivals: reserve(plan, 8 * (2 * M + 2)),
  };
  const memory = codePlaces && kernelsOn(plan.size);
  if (codePlaces === undefined || memory === undefined) throw noMemory(caller, plan.size);
  const { buffer } = memory;
  const codes = writeCodes(memory, codePlaces, table);
  new Int32Array(buffer, places.upperStarts, V).set(upperStarts);
  const graph = {
    codes,
    address,
    fields: structView(graphLayout, buffer, address),
    pool: new Int32Array(buffer, places.pool, 2 * LARGEST_EF),
    levels: new Uint8Array(buffer, places.levels, V),
    links: new Int32Array(buffer, places.links, V * 2 * M).fill(NO_ROW),
    upperLinks: new Int32Array(buffer, places.upperLinks, upperLines * M).fill(NO_ROW),
  };
  graph.levels.set(levels);
  const sizes = { dimension: table.dimension, rows: V, M, efConstruction, entry: NO_ROW };
  const { factors, scratch } = codePlaces;
  graph.fields.write({ ...places, ...sizes, codes: codePlaces.codes, factors, query: scratch.queries });
  return graph;
}

function noMemory(caller: string, bytes: number): Error {
  return bytes > MAXIMUM_MEMORY_BYTES
    ? new RangeError(
        `${caller}: codes and graph take ${bytes} bytes, and WebAssembly can address ${MAXIMUM_MEMORY_BYTES}`,
      )
    : new Error(
        `${caller}: no WebAssembly with SIMD and ${bytes} bytes of memory here; without an index all queries work`,
      );
}
