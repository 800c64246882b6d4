/** What each node leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The circles of a graph: the sets of nodes of which each leads to each, and nodes that lead to themselves.
 *
 * Tarjan 1972, "Depth-first search and linear graph algorithms".
 *
 * @returns each set in alphabetical order; the sets in the order of their first nodes
 */
export function circles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const found: string[][] = [];

  function visit(node: string): number {
    const index = order.size;
    order.set(node, index);
    low.set(node, index);
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const reached = !order.has(next) ? visit(next) : path.includes(next) ? (order.get(next) ?? index) : index;
      low.set(node, Math.min(low.get(node) ?? index, reached));
    }
    if (low.get(node) === index) {
      const together = path.splice(path.indexOf(node)).sort();
      if (together.length > 1 || graph.get(node)?.includes(node)) found.push(together);
    }
    return low.get(node) ?? index;
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}
