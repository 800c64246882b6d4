/**
 * Adds to a row the Adasum of the changes that n copies of it have: two changes a and b become `(1 − a·b / 2|a|²) a + (1 − a·b / 2|b|²) b`.
 * That is their sum where they are orthogonal, for each says something new, and their mean where they are alike, for both say the
 * same. More than two are combined in a tree: the first with the one half the list behind, and so on.
 *
 * Maleki et al. 2020, https://arxiv.org/abs/2006.02924
 *
 * @param rows - where the addresses of the copies are
 * @param changes - room for n rows
 */
export function addAdasum(base: usize, bytes: usize, rows: usize, n: i32, changes: usize): void {
  for (let i = 0; i < n; i++) {
    writeChange(changes + <usize>i * bytes, <usize>load<u32>(rows + (<usize>i << 2)), base, bytes);
  }
  while (n > 1) {
    const half = (n + 1) >> 1;
    for (let i = 0; i + half < n; i++) combine(changes + <usize>i * bytes, changes + <usize>(i + half) * bytes, bytes);
    n = half;
  }
  for (let d: usize = 0; d < bytes; d += 16) v128.store(base + d, f32x4.add(v128.load(base + d), v128.load(changes + d)));
}

@inline
function writeChange(to: usize, row: usize, base: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f32x4.sub(v128.load(row + d), v128.load(base + d)));
}

function combine(a: usize, b: usize, bytes: usize): void {
  let ab = f32x4.splat(0), aa = ab, bb = ab;
  for (let d: usize = 0; d < bytes; d += 16) {
    const x = v128.load(a + d);
    const y = v128.load(b + d);
    ab = f32x4.add(ab, f32x4.mul(x, y));
    aa = f32x4.add(aa, f32x4.mul(x, x));
    bb = f32x4.add(bb, f32x4.mul(y, y));
  }
  const shared = sumOf(ab);
  const p = f32x4.splat(shareOf(shared, sumOf(aa)));
  const q = f32x4.splat(shareOf(shared, sumOf(bb)));
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(a + d, f32x4.add(f32x4.mul(p, v128.load(a + d)), f32x4.mul(q, v128.load(b + d))));
  }
}

/** A change of nothing is left out of account. */
@inline
function shareOf(product: f32, square: f32): f32 {
  return square > 0 ? <f32>1 - product / (<f32>2 * square) : <f32>1;
}

@inline
function sumOf(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}
