import { NO_ROW } from "./graph-memory.js";
import type { ApproximateIndex } from "./index-data.js";

/** What is wrong with a graph that kernels are to follow, in a few words; undefined for a sound one. */
export function graphFault(index: ApproximateIndex): string | undefined {
  const { size: V, M, levels, links, upperLinks, entry } = index;
  if (levels.length !== V || links.length !== V * 2 * M) return `${links.length} links of ${levels.length} rows`;
  const lines = levels.reduce((sum, level) => sum + level, 0);
  if (upperLinks.length !== lines * M) return `${upperLinks.length} upper links on ${lines} lines`;
  if (!(entry >= 0 && entry < V) || levels[entry] < levels.reduce((a, b) => Math.max(a, b), 0)) return `entry ${entry}`;
  const odd = links.find((row) => row < NO_ROW || row >= V);
  if (odd !== undefined) return `a link to row ${odd}`;
  let line = 0;
  for (let row = 0; row < V; row++) {
    for (let layer = 1; layer <= levels[row]; layer++, line++) {
      for (let i = line * M; i < (line + 1) * M; i++) {
        const other = upperLinks[i];
        // A row that is not on the layer has no links there to follow.
        if (other !== NO_ROW && !(levels[other] >= layer)) return `a link to row ${other} on layer ${layer}`;
      }
    }
  }
  return undefined;
}
