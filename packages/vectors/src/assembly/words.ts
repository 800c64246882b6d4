/**
 * Adds words by their hashes to the table that `src/words/word-index.ts` describes, as rows from `row`: those from the first to one
 * that may be there already, since a word within reach has its hash, or whose slots within reach are all taken.
 *
 * @returns how many
 */
export function addHashes(
  added: usize,
  count: i32,
  row: i32,
  hashes: usize,
  slots: usize,
  mask: i32,
  reach: i32,
): i32 {
  for (let i = 0; i < count; i++) {
    const hash = load<i32>(added + (<usize>i << 2));
    let step = 0;
    for (; step < reach; step++) {
      const slot = slots + (<usize>((hash + step) & mask) << 2);
      const taken = load<i32>(slot);
      if (taken == 0) {
        store<i32>(slot, row + i + 1);
        store<i32>(hashes + (<usize>(row + i) << 2), hash);
        break;
      }
      if (load<i32>(hashes + (<usize>(taken - 1) << 2)) == hash) return i;
    }
    if (step == reach) return i;
  }
  return count;
}
