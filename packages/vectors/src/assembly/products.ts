// Products of queries, 16-bit numbers, with rows of codes, 8-bit ones. Queries end in zeros up to a multiple of eight numbers,
// so a row may be read beyond its end: what stands there counts nothing. All sums are of whole numbers, and exact.

/** `[4]`, the products of one query with four rows. */
@inline
export function fourRows(query: usize, row0: usize, row1: usize, row2: usize, row3: usize, D: i32): v128 {
  let sum0 = i32x4.splat(0);
  let sum1 = i32x4.splat(0);
  let sum2 = i32x4.splat(0);
  let sum3 = i32x4.splat(0);
  const end = row0 + D;
  while (row0 < end) {
    const q = v128.load(query);
    sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(q, v128.load8x8_s(row0)));
    sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(q, v128.load8x8_s(row1)));
    sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(q, v128.load8x8_s(row2)));
    sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(q, v128.load8x8_s(row3)));
    query += 16;
    row0 += 8;
    row1 += 8;
    row2 += 8;
    row3 += 8;
  }
  return sumsOf(sum0, sum1, sum2, sum3);
}

/** `[4]`, the sum of the lanes of each. */
@inline
export function sumsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}
