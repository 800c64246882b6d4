/** Copies a row of whole vectors of four numbers. */
@inline
export function copyRow(from: usize, to: usize, bytes: usize): void {
  let d: usize = 0;
  for (; d + 64 <= bytes; d += 64) {
    v128.store(to + d, v128.load(from + d));
    v128.store(to + d, v128.load(from + d, 16), 16);
    v128.store(to + d, v128.load(from + d, 32), 32);
    v128.store(to + d, v128.load(from + d, 48), 48);
  }
  for (; d < bytes; d += 16) v128.store(to + d, v128.load(from + d));
}
