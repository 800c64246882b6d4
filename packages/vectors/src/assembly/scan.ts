import { fourRows, sumsOf } from "./products";

// A row's score is the product of its codes with the query's times its factor; its bound is that plus the row's error.
// Factors and errors are read four at a time, beyond the last row too.

/** Writes the score of each row. */
export function scores(codes: usize, factors: usize, query: usize, out: usize, start: i32, end: i32, D: i32): void {
  for (let row = start; row < end; row += 4) {
    const address = codes + <usize>row * D;
    const products = fourRows(
      query,
      address,
      address + atMost(1, end - row) * D,
      address + atMost(2, end - row) * D,
      address + atMost(3, end - row) * D,
      D,
    );
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(products), v128.load(factors + (<usize>row << 2))));
    out += 16;
  }
}

/** Appends the rows, each with its bound, whose bound is not below the threshold; returns how many. */
export function scan(
  codes: usize,
  factors: usize,
  errors: usize,
  query: usize,
  threshold: f32,
  out: usize,
  start: i32,
  end: i32,
  D: i32,
): i32 {
  const thresholds = f32x4.splat(threshold);
  let next = out;
  for (let row = start; row < end; row += 4) {
    const address = codes + <usize>row * D;
    const products = fourRows(
      query,
      address,
      address + atMost(1, end - row) * D,
      address + atMost(2, end - row) * D,
      address + atMost(3, end - row) * D,
      D,
    );
    const at = <usize>row << 2;
    const bounds = f32x4.add(
      f32x4.mul(f32x4.convert_i32x4_s(products), v128.load(factors + at)),
      v128.load(errors + at),
    );
    const isBelow = f32x4.lt(bounds, thresholds);
    if (i32x4.all_true(isBelow)) continue;
    const mask = i32x4.bitmask(isBelow);
    const rows = min(4, end - row);
    for (let i = 0; i < rows; i++) {
      if ((mask >> i) & 1) continue;
      i32.store(next, row + i);
      f32.store(next, lane(bounds, i), 4);
      next += 8;
    }
  }
  return <i32>((next - out) >> 3);
}

/**
 * {@link scan} for B queries at once, a multiple of four, each with its threshold, its count of rows and its own place for
 * `capacity` of them. Two rows meet four queries in registers.
 */
export function scanMany(
  codes: usize,
  factors: usize,
  errors: usize,
  queries: usize,
  thresholds: usize,
  counts: usize,
  out: usize,
  capacity: i32,
  B: i32,
  start: i32,
  end: i32,
  D: i32,
): void {
  const queryBytes = <usize>((D + 7) & ~7) << 1;
  for (let b = 0; b < B; b += 4) {
    const query = queries + <usize>b * queryBytes;
    const limits = v128.load(thresholds + (<usize>b << 2));
    for (let row = start; row < end; row += 2) {
      let sum00 = i32x4.splat(0);
      let sum01 = i32x4.splat(0);
      let sum02 = i32x4.splat(0);
      let sum03 = i32x4.splat(0);
      let sum10 = i32x4.splat(0);
      let sum11 = i32x4.splat(0);
      let sum12 = i32x4.splat(0);
      let sum13 = i32x4.splat(0);
      let row0 = codes + <usize>row * D;
      let row1 = row0 + atMost(1, end - row) * D;
      let query0 = query;
      let query1 = query0 + queryBytes;
      let query2 = query1 + queryBytes;
      let query3 = query2 + queryBytes;
      const stop = row0 + D;
      while (row0 < stop) {
        const x = v128.load8x8_s(row0);
        const y = v128.load8x8_s(row1);
        let q = v128.load(query0);
        sum00 = i32x4.add(sum00, i32x4.dot_i16x8_s(x, q));
        sum10 = i32x4.add(sum10, i32x4.dot_i16x8_s(y, q));
        q = v128.load(query1);
        sum01 = i32x4.add(sum01, i32x4.dot_i16x8_s(x, q));
        sum11 = i32x4.add(sum11, i32x4.dot_i16x8_s(y, q));
        q = v128.load(query2);
        sum02 = i32x4.add(sum02, i32x4.dot_i16x8_s(x, q));
        sum12 = i32x4.add(sum12, i32x4.dot_i16x8_s(y, q));
        q = v128.load(query3);
        sum03 = i32x4.add(sum03, i32x4.dot_i16x8_s(x, q));
        sum13 = i32x4.add(sum13, i32x4.dot_i16x8_s(y, q));
        row0 += 8;
        row1 += 8;
        query0 += 16;
        query1 += 16;
        query2 += 16;
        query3 += 16;
      }
      const at = <usize>row << 2;
      const products0 = f32x4.convert_i32x4_s(sumsOf(sum00, sum01, sum02, sum03));
      const products1 = f32x4.convert_i32x4_s(sumsOf(sum10, sum11, sum12, sum13));
      const bounds0 = f32x4.add(
        f32x4.mul(products0, v128.load32_splat(factors + at)),
        v128.load32_splat(errors + at),
      );
      const bounds1 = f32x4.add(
        f32x4.mul(products1, v128.load32_splat(factors + at, 4)),
        v128.load32_splat(errors + at, 4),
      );
      const isBelow0 = f32x4.lt(bounds0, limits);
      const isBelow1 = f32x4.lt(bounds1, limits);
      if (i32x4.all_true(v128.and(isBelow0, isBelow1))) continue;
      append(bounds0, i32x4.bitmask(isBelow0), row, b, counts, out, capacity);
      if (row + 1 < end) append(bounds1, i32x4.bitmask(isBelow1), row + 1, b, counts, out, capacity);
    }
  }
}

/** Appends a row to the lists of those of four queries whose bits in the mask are not set. */
function append(bounds: v128, mask: i32, row: i32, b: i32, counts: usize, out: usize, capacity: i32): void {
  for (let i = 0; i < 4; i++) {
    if ((mask >> i) & 1) continue;
    const countAt = counts + (<usize>(b + i) << 2);
    const count = i32.load(countAt);
    const at = out + ((<usize>(b + i) * capacity + count) << 3);
    i32.store(countAt, count + 1);
    i32.store(at, row);
    f32.store(at, lane(bounds, i), 4);
  }
}

function lane(numbers: v128, i: i32): f32 {
  if (i == 0) return f32x4.extract_lane(numbers, 0);
  if (i == 1) return f32x4.extract_lane(numbers, 1);
  if (i == 2) return f32x4.extract_lane(numbers, 2);
  return f32x4.extract_lane(numbers, 3);
}

/** How far to go on from a row of which that many are left: past the last, it is read again. */
@inline
function atMost(steps: i32, left: i32): usize {
  return <usize>min(steps, left - 1);
}
