import { capacity, Graph, isBefore, levelOf, linksOf, NO_ROW, scoreList } from "./graph";

// An entry of a pool is a score and a row, eight bytes.

@inline
export function poolScore(pool: usize, i: i32): f32 {
  return load<f32>(pool + (<usize>i << 3));
}

/** A row whose links have been followed stands as its complement, which is negative. */
@inline
export function poolRow(pool: usize, i: i32): i32 {
  const row = load<i32>(pool + (<usize>i << 3), 4);
  return row < 0 ? ~row : row;
}

/** Puts a row in its place in a sorted pool and drops what is then beyond `limit`; returns the place, or `limit`. */
export function insert(pool: usize, size: i32, limit: i32, score: f32, row: i32): i32 {
  if (size == limit && !isBefore(score, row, poolScore(pool, size - 1), poolRow(pool, size - 1))) return limit;
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(score, row, poolScore(pool, middle), poolRow(pool, middle))) high = middle;
    else low = middle + 1;
  }
  const at = pool + (<usize>low << 3);
  const moved = min(size, limit - 1) - low;
  memory.copy(at + 8, at, <usize>moved << 3);
  store<f32>(at, score);
  store<i32>(at, row, 4);
  return low;
}

/** The one row of the pool from which a search goes down. */
export function enter(graph: Graph): void {
  const row = graph.entry;
  store<i32>(graph.list, row);
  scoreList(graph, graph.query, graph.queryFactor, graph.list, graph.listScores, 1);
  store<f32>(graph.pool, load<f32>(graph.listScores));
  store<i32>(graph.pool, row, 4);
  graph.poolSize = 1;
}

/** Down to a layer, always to the nearest row. */
export function descend(graph: Graph, layer: i32): void {
  for (let above = levelOf(graph, graph.entry); above > layer; above--) searchLayer(graph, above, 1);
}

/**
 * Follows the links of the best row of the pool that has not been followed, until there is none: the pool is then as good as
 * `ef` rows make it.
 */
export function searchLayer(graph: Graph, layer: i32, ef: i32): void {
  const pool = graph.pool;
  startVisits(graph);
  for (let i = 0; i < graph.poolSize; i++) {
    const row = poolRow(pool, i);
    store<i32>(pool + (<usize>i << 3), row, 4);
    see(graph, row);
  }
  let i = 0;
  while (i < graph.poolSize) {
    const row = load<i32>(pool + (<usize>i << 3), 4);
    if (row < 0) {
      i++;
      continue;
    }
    store<i32>(pool + (<usize>i << 3), ~row, 4);
    const count = listUnseen(graph, row, layer);
    scoreList(graph, graph.query, graph.queryFactor, graph.list, graph.listScores, count);
    let next = i + 1;
    for (let j = 0; j < count; j++) {
      const place = insert(
        pool,
        graph.poolSize,
        ef,
        load<f32>(graph.listScores + (<usize>j << 2)),
        load<i32>(graph.list + (<usize>j << 2)),
      );
      if (place == ef) continue;
      if (graph.poolSize < ef) graph.poolSize++;
      if (place < next) next = place;
    }
    i = next;
  }
}

/** Lists the rows that a row links to and that this search has not seen. */
function listUnseen(graph: Graph, row: i32, layer: i32): i32 {
  const links = linksOf(graph, row, layer);
  const end = links + (capacity(graph, layer) << 2);
  const visit = <u8>graph.visit;
  let count = 0;
  for (let at = links; at < end; at += 4) {
    const other = load<i32>(at);
    if (other == NO_ROW) break;
    if (load<u8>(graph.visits + other) == visit) continue;
    store<u8>(graph.visits + other, visit);
    store<i32>(graph.list + (<usize>count << 2), other);
    count++;
  }
  return count;
}

/** Forgets what has been seen. */
function startVisits(graph: Graph): void {
  if (graph.visit == 255) {
    memory.fill(graph.visits, 0, graph.rows);
    graph.visit = 0;
  }
  graph.visit++;
}

@inline
function see(graph: Graph, row: i32): void {
  store<u8>(graph.visits + row, <u8>graph.visit);
}

/** The `ef` rows nearest to the query, as far as the graph leads to them: best first, in the pool; returns how many. */
export function searchGraph(address: usize, ef: i32): i32 {
  const graph = changetype<Graph>(address);
  enter(graph);
  descend(graph, 0);
  searchLayer(graph, 0, ef);
  for (let i = 0; i < graph.poolSize; i++) {
    const row = poolRow(graph.pool, i);
    store<i32>(graph.pool + (<usize>i << 3), row, 4);
  }
  return graph.poolSize;
}
