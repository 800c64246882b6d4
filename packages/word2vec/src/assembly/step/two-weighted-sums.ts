// Two sums as in weighted-sum.ts, of the same rows: a load serves both. `a` and `b` must not overlap.

export function setTwoWeightedSums(
  table: usize,
  bytes: usize,
  ids: usize,
  rows: i32,
  aWeights: usize,
  bWeights: usize,
  stride: usize,
  a: usize,
  b: usize,
): void {
  twoWeightedSums(false, table, bytes, ids, rows, aWeights, bWeights, stride, a, b);
}

export function addTwoWeightedSums(
  table: usize,
  bytes: usize,
  ids: usize,
  rows: i32,
  aWeights: usize,
  bWeights: usize,
  stride: usize,
  a: usize,
  b: usize,
): void {
  twoWeightedSums(true, table, bytes, ids, rows, aWeights, bWeights, stride, a, b);
}

@inline
function twoWeightedSums(
  isAdded: bool,
  table: usize,
  bytes: usize,
  ids: usize,
  rows: i32,
  aWeights: usize,
  bWeights: usize,
  stride: usize,
  a: usize,
  b: usize,
): void {
  const end = ids + ((<usize>rows) << 2);
  let d: usize = 0;
  for (; d + 96 <= bytes; d += 96) {
    twoWeightedSumsBlock(6, isAdded, table + d, bytes, ids, end, aWeights, bWeights, stride, a + d, b + d);
  }
  for (; d < bytes; d += 16) {
    twoWeightedSumsBlock(1, isAdded, table + d, bytes, ids, end, aWeights, bWeights, stride, a + d, b + d);
  }
}

@inline
function twoWeightedSumsBlock(
  count: i32,
  isAdded: bool,
  table: usize,
  bytes: usize,
  first: usize,
  end: usize,
  aWeight: usize,
  bWeight: usize,
  stride: usize,
  a: usize,
  b: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0;
  if (isAdded) {
    a0 = v128.load(a);
    b0 = v128.load(b);
    if (count == 6) {
      a1 = v128.load(a, 16);
      a2 = v128.load(a, 32);
      a3 = v128.load(a, 48);
      a4 = v128.load(a, 64);
      a5 = v128.load(a, 80);
      b1 = v128.load(b, 16);
      b2 = v128.load(b, 32);
      b3 = v128.load(b, 48);
      b4 = v128.load(b, 64);
      b5 = v128.load(b, 80);
    }
  }
  for (let id = first; id < end; id += 4) {
    const g = v128.load32_splat(aWeight);
    const h = v128.load32_splat(bWeight);
    aWeight += stride;
    bWeight += stride;
    const row = table + <usize>load<i32>(id) * bytes;
    let x = v128.load(row);
    a0 = f32x4.add(a0, f32x4.mul(g, x));
    b0 = f32x4.add(b0, f32x4.mul(h, x));
    if (count == 6) {
      x = v128.load(row, 16);
      a1 = f32x4.add(a1, f32x4.mul(g, x));
      b1 = f32x4.add(b1, f32x4.mul(h, x));
      x = v128.load(row, 32);
      a2 = f32x4.add(a2, f32x4.mul(g, x));
      b2 = f32x4.add(b2, f32x4.mul(h, x));
      x = v128.load(row, 48);
      a3 = f32x4.add(a3, f32x4.mul(g, x));
      b3 = f32x4.add(b3, f32x4.mul(h, x));
      x = v128.load(row, 64);
      a4 = f32x4.add(a4, f32x4.mul(g, x));
      b4 = f32x4.add(b4, f32x4.mul(h, x));
      x = v128.load(row, 80);
      a5 = f32x4.add(a5, f32x4.mul(g, x));
      b5 = f32x4.add(b5, f32x4.mul(h, x));
    }
  }
  v128.store(a, a0);
  v128.store(b, b0);
  if (count == 6) {
    v128.store(a, a1, 16);
    v128.store(a, a2, 32);
    v128.store(a, a3, 48);
    v128.store(a, a4, 64);
    v128.store(a, a5, 80);
    v128.store(b, b1, 16);
    v128.store(b, b2, 32);
    v128.store(b, b3, 48);
    v128.store(b, b4, 64);
    v128.store(b, b5, 80);
  }
}
