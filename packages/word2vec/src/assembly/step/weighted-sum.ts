import { inTwelves } from "../in-twelves";

// `to = Σ_j weights[j] · table[ids[j]]`, or `to += …`. Weights lie `stride` bytes apart. This many vectors of the sum stay in
// registers while the rows pass by, as in forward/mean-of-contexts.ts; the counts are known to the compiler.

export function setWeightedSum(table: usize, bytes: usize, ids: usize, rows: i32, weights: usize, stride: usize, to: usize): void {
  weightedSum(false, table, bytes, ids, rows, weights, stride, to);
}

export function addWeightedSum(table: usize, bytes: usize, ids: usize, rows: i32, weights: usize, stride: usize, to: usize): void {
  weightedSum(true, table, bytes, ids, rows, weights, stride, to);
}

@inline
function weightedSum(
  isAdded: bool,
  table: usize,
  bytes: usize,
  ids: usize,
  rows: i32,
  weights: usize,
  stride: usize,
  to: usize,
): void {
  const end = ids + ((<usize>rows) << 2);
  const twelves = inTwelves(bytes);
  let d: usize = 0;
  for (; d < twelves; d += 192) weightedSumBlock(12, isAdded, table + d, bytes, ids, end, weights, stride, to + d);
  if (d + 208 == bytes) {
    weightedSumBlock(13, isAdded, table + d, bytes, ids, end, weights, stride, to + d);
    return;
  }
  for (; d + 64 <= bytes; d += 64) weightedSumBlock(4, isAdded, table + d, bytes, ids, end, weights, stride, to + d);
  for (; d < bytes; d += 16) weightedSumBlock(1, isAdded, table + d, bytes, ids, end, weights, stride, to + d);
}

@inline
function weightedSumBlock(
  count: i32,
  isAdded: bool,
  table: usize,
  bytes: usize,
  first: usize,
  end: usize,
  weight: usize,
  stride: usize,
  to: usize,
): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  let s6 = s0, s7 = s0, s8 = s0, s9 = s0, s10 = s0, s11 = s0, s12 = s0;
  if (isAdded) {
    s0 = v128.load(to);
    if (count >= 4) {
      s1 = v128.load(to, 16);
      s2 = v128.load(to, 32);
      s3 = v128.load(to, 48);
    }
    if (count >= 12) {
      s4 = v128.load(to, 64);
      s5 = v128.load(to, 80);
      s6 = v128.load(to, 96);
      s7 = v128.load(to, 112);
      s8 = v128.load(to, 128);
      s9 = v128.load(to, 144);
      s10 = v128.load(to, 160);
      s11 = v128.load(to, 176);
    }
    if (count == 13) s12 = v128.load(to, 192);
  }
  for (let id = first; id < end; id += 4) {
    const g = v128.load32_splat(weight);
    weight += stride;
    const row = table + <usize>load<i32>(id) * bytes;
    s0 = f32x4.add(s0, f32x4.mul(g, v128.load(row)));
    if (count >= 4) {
      s1 = f32x4.add(s1, f32x4.mul(g, v128.load(row, 16)));
      s2 = f32x4.add(s2, f32x4.mul(g, v128.load(row, 32)));
      s3 = f32x4.add(s3, f32x4.mul(g, v128.load(row, 48)));
    }
    if (count >= 12) {
      s4 = f32x4.add(s4, f32x4.mul(g, v128.load(row, 64)));
      s5 = f32x4.add(s5, f32x4.mul(g, v128.load(row, 80)));
      s6 = f32x4.add(s6, f32x4.mul(g, v128.load(row, 96)));
      s7 = f32x4.add(s7, f32x4.mul(g, v128.load(row, 112)));
      s8 = f32x4.add(s8, f32x4.mul(g, v128.load(row, 128)));
      s9 = f32x4.add(s9, f32x4.mul(g, v128.load(row, 144)));
      s10 = f32x4.add(s10, f32x4.mul(g, v128.load(row, 160)));
      s11 = f32x4.add(s11, f32x4.mul(g, v128.load(row, 176)));
    }
    if (count == 13) s12 = f32x4.add(s12, f32x4.mul(g, v128.load(row, 192)));
  }
  v128.store(to, s0);
  if (count >= 4) {
    v128.store(to, s1, 16);
    v128.store(to, s2, 32);
    v128.store(to, s3, 48);
  }
  if (count >= 12) {
    v128.store(to, s4, 64);
    v128.store(to, s5, 80);
    v128.store(to, s6, 96);
    v128.store(to, s7, 112);
    v128.store(to, s8, 128);
    v128.store(to, s9, 144);
    v128.store(to, s10, 160);
    v128.store(to, s11, 176);
  }
  if (count == 13) v128.store(to, s12, 192);
}
