/** One row in 16^12 would be higher. */
const HIGHEST = 12;

/**
 * `[V]`, the highest layer of each row: a share of `1 / M` of the rows of a layer is on the next, too. The draw is a function
 * of seed and row.
 */
export function randomLevels(V: number, M: number, seed: number): Uint8Array {
  const levels = new Uint8Array(V);
  const start = mixed(seed);
  for (let row = 0; row < V; row++) {
    const draw = mixed(start ^ mixed(row)) / 2 ** 32;
    for (let share = 1 / M; draw < share && levels[row] < HIGHEST; share /= M) levels[row] += 1;
  }
  return levels;
}

/** Stirs 32 bits, one to one. MurmurHash3's last step; @see https://github.com/aappleby/smhasher, `fmix32`. */
function mixed(bits: number): number {
  let h = bits ^ 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
