import { quantile } from "../statistics/quantile.ts";

/** Rows that are looked at, with ids in no order. */
const ROWS = 1 << 14;

/** Nanoseconds to look at a row of a lane, whether its word belongs to a part of the rows: the merge's question. */
export function lookCost(repeats = 500): number {
  const ids = Uint32Array.from({ length: ROWS }, (_, i) => (i * 0x9e3779b1) >>> 15);
  let found = 0;
  const times = Array.from({ length: repeats }, (_, repeat) => {
    const parts = 8 + (repeat & 7);
    const start = performance.now();
    found += ofPart(ids, parts, repeat % parts);
    return (1e6 * (performance.now() - start)) / ROWS;
  });
  if (found < 0) throw new Error("lookCost: an engine may leave out work whose result nobody wants");
  return quantile(times, 0.25);
}

/** How many ids are of a part. */
function ofPart(ids: Uint32Array, parts: number, part: number): number {
  let found = 0;
  for (let i = 0; i < ids.length; i++) if (ids[i] % parts === part) found++;
  return found;
}
