import { fourRows } from "./products";

// A hierarchical navigable small world: Malkov and Yashunin 2018, https://arxiv.org/abs/1603.09320. Rows are nodes; on
// layer 0 all of them, on each layer above a share of 1/M. The host writes the first fields before the first call.
@unmanaged
export class Graph {
  dimension!: i32;
  rows!: i32;
  /** Links of a row above layer 0; there it has twice as many. */
  M!: i32;
  efConstruction!: i32;
  /** Where searches begin, the row of the highest layer; -1 while there is none. */
  entry!: i32;

  // Addresses.
  codes!: usize;
  factors!: usize;
  /** u8 of each row: the highest layer that it is on. */
  levels!: usize;
  /** `[V, 2M]` rows of layer 0, with NO_ROW behind the last. */
  links!: usize;
  /** i32 of each row: its first line in `upperLinks`, whose lines, of M rows, are layers 1, 2, … of one row after another. */
  upperStarts!: usize;
  upperLinks!: usize;
  /** u8 of each row: equal to `visit` where the row has been seen in this search. */
  visits!: usize;
  visit!: i32;

  /** The query, and what its products are multiplied with. */
  query!: usize;
  queryFactor!: f32;
  /** The best rows so far, best first: score, then row, negative in the complement once its links have been followed. */
  pool!: usize;
  poolSize!: i32;
  /** Rows to be scored, and their scores. */
  list!: usize;
  listScores!: usize;
  /** Rows chosen as links, and rows passed over. */
  chosen!: usize;
  passed!: usize;
  /** Codes of a row whose links are chosen, and of a row that may be one, as queries. */
  base!: usize;
  candidate!: usize;
  /** A pool of its own for rows that compete for the links of another. */
  rivals!: usize;
}

export const NO_ROW: i32 = -1;

@inline
export function levelOf(graph: Graph, row: i32): i32 {
  return <i32>load<u8>(graph.levels + row);
}

/** How many links a row can have on a layer. */
@inline
export function capacity(graph: Graph, layer: i32): i32 {
  return layer == 0 ? 2 * graph.M : graph.M;
}

export function linksOf(graph: Graph, row: i32, layer: i32): usize {
  if (layer == 0) return graph.links + ((<usize>row * graph.M) << 3);
  const line = load<i32>(graph.upperStarts + (<usize>row << 2)) + layer - 1;
  return graph.upperLinks + ((<usize>line * graph.M) << 2);
}

@inline
export function factorOf(graph: Graph, row: i32): f32 {
  return load<f32>(graph.factors + (<usize>row << 2));
}

/** Writes a row's codes as a query. */
export function rowAsQuery(graph: Graph, row: i32, query: usize): void {
  const D = graph.dimension;
  const codes = graph.codes + <usize>row * D;
  for (let d = 0; d < D; d += 8) v128.store(query + (<usize>d << 1), v128.load8x8_s(codes + d));
  // What follows the row was read, too.
  for (let d = D; d < ((D + 7) & ~7); d++) store<i16>(query + (<usize>d << 1), 0);
}

/** Scores of that many listed rows: product with the query, times both factors. */
export function scoreList(graph: Graph, query: usize, queryFactor: f32, list: usize, scores: usize, count: i32): void {
  const D = graph.dimension;
  for (let i = 0; i < count; i += 4) {
    const last = count - 1;
    const row0 = load<i32>(list + (i << 2));
    const row1 = load<i32>(list + (min(i + 1, last) << 2));
    const row2 = load<i32>(list + (min(i + 2, last) << 2));
    const row3 = load<i32>(list + (min(i + 3, last) << 2));
    const products = f32x4.convert_i32x4_s(
      fourRows(
        query,
        graph.codes + <usize>row0 * D,
        graph.codes + <usize>row1 * D,
        graph.codes + <usize>row2 * D,
        graph.codes + <usize>row3 * D,
        D,
      ),
    );
    let factors = f32x4.splat(factorOf(graph, row0));
    factors = f32x4.replace_lane(factors, 1, factorOf(graph, row1));
    factors = f32x4.replace_lane(factors, 2, factorOf(graph, row2));
    factors = f32x4.replace_lane(factors, 3, factorOf(graph, row3));
    v128.store(scores + (i << 2), f32x4.mul(f32x4.mul(products, factors), f32x4.splat(queryFactor)));
  }
}

/** Whether a row comes before another: by score, equal ones by row. */
@inline
export function isBefore(score: f32, row: i32, otherScore: f32, otherRow: i32): bool {
  return score > otherScore || (score == otherScore && row < otherRow);
}
