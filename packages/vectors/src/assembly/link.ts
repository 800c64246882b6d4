import { capacity, factorOf, Graph, levelOf, linksOf, NO_ROW, rowAsQuery, scoreList } from "./graph";
import { descend, enter, insert, poolRow, poolScore, searchLayer } from "./search";

/** Adds rows to the graph, in their order. */
export function addRows(address: usize, start: i32, end: i32): void {
  const graph = changetype<Graph>(address);
  for (let row = start; row < end; row++) addRow(graph, row);
}

function addRow(graph: Graph, row: i32): void {
  const level = levelOf(graph, row);
  if (graph.entry == NO_ROW) {
    graph.entry = row;
    return;
  }
  rowAsQuery(graph, row, graph.query);
  graph.queryFactor = factorOf(graph, row);
  const top = levelOf(graph, graph.entry);
  enter(graph);
  descend(graph, level);
  for (let layer = min(level, top); layer >= 0; layer--) {
    searchLayer(graph, layer, graph.efConstruction);
    const count = choose(graph, graph.pool, graph.poolSize, graph.M);
    const links = linksOf(graph, row, layer);
    memory.copy(links, graph.chosen, <usize>count << 2);
    for (let i = 0; i < count; i++) addLink(graph, load<i32>(links + (<usize>i << 2)), row, layer);
  }
  if (level > top) graph.entry = row;
}

/**
 * Chooses at most `limit` links from a pool: from the best down, each that is nearer to the pool's query than to every row
 * already chosen, so that links lead in different directions (the paper's algorithm 4); then, for those places that are
 * left, the best of the others. Returns how many.
 */
function choose(graph: Graph, pool: usize, size: i32, limit: i32): i32 {
  let count = 0;
  let passed = 0;
  for (let i = 0; i < size && count < limit; i++) {
    const row = poolRow(pool, i);
    if (isNearerToChosen(graph, row, poolScore(pool, i), count)) {
      if (passed == limit) continue;
      store<i32>(graph.passed + (<usize>passed << 2), row);
      passed++;
    } else {
      store<i32>(graph.chosen + (<usize>count << 2), row);
      count++;
    }
  }
  const added = min(passed, limit - count);
  memory.copy(graph.chosen + (<usize>count << 2), graph.passed, <usize>added << 2);
  return count + added;
}

function isNearerToChosen(graph: Graph, row: i32, score: f32, count: i32): bool {
  if (count == 0) return false;
  rowAsQuery(graph, row, graph.candidate);
  const factor = factorOf(graph, row);
  for (let i = 0; i < count; i += 4) {
    const some = min(4, count - i);
    scoreList(graph, graph.candidate, factor, graph.chosen + (<usize>i << 2), graph.listScores, some);
    for (let j = 0; j < some; j++) if (load<f32>(graph.listScores + (<usize>j << 2)) > score) return true;
  }
  return false;
}

/** Links a row to another; where it has no room left, its links are chosen anew, with the other among the candidates. */
function addLink(graph: Graph, from: i32, to: i32, layer: i32): void {
  const links = linksOf(graph, from, layer);
  const limit = capacity(graph, layer);
  let count = 0;
  while (count < limit && load<i32>(links + (<usize>count << 2)) != NO_ROW) count++;
  if (count < limit) {
    store<i32>(links + (<usize>count << 2), to);
    return;
  }
  memory.copy(graph.list, links, <usize>limit << 2);
  store<i32>(graph.list + (<usize>limit << 2), to);
  rowAsQuery(graph, from, graph.base);
  scoreList(graph, graph.base, factorOf(graph, from), graph.list, graph.listScores, limit + 1);
  for (let i = 0; i <= limit; i++) {
    insert(
      graph.rivals,
      i,
      limit + 1,
      load<f32>(graph.listScores + (<usize>i << 2)),
      load<i32>(graph.list + (<usize>i << 2)),
    );
  }
  const chosen = choose(graph, graph.rivals, limit + 1, limit);
  memory.copy(links, graph.chosen, <usize>chosen << 2);
  for (let i = chosen; i < limit; i++) store<i32>(links + (<usize>i << 2), NO_ROW);
}
