/**
 * Writes the Euclidean length of each of `count` rows of f32 numbers, in f64, by eight sums: of every eighth number, and
 * what is left at the end of a row by itself. The same as `src/row-norms.ts` does where there is no WebAssembly, bit for bit.
 */
export function rowNorms(rows: usize, out: usize, count: i32, D: i32): void {
  let at = rows;
  for (let row = 0; row < count; row++) {
    const end = at + (<usize>D << 2);
    const eights = at + (<usize>(D & ~7) << 2);
    let sum0 = f64x2.splat(0);
    let sum1 = f64x2.splat(0);
    let sum2 = f64x2.splat(0);
    let sum3 = f64x2.splat(0);
    for (; at < eights; at += 32) {
      sum0 = f64x2.add(sum0, squares(at));
      sum1 = f64x2.add(sum1, squares(at + 8));
      sum2 = f64x2.add(sum2, squares(at + 16));
      sum3 = f64x2.add(sum3, squares(at + 24));
    }
    let rest: f64 = 0;
    for (; at < end; at += 4) {
      const number = <f64>load<f32>(at);
      rest += number * number;
    }
    const sums = f64x2.add(f64x2.add(sum0, sum2), f64x2.add(sum1, sum3));
    store<f64>(out, sqrt(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1) + rest));
    out += 8;
  }
}

/** `[2]`, the squares of two numbers. */
@inline
function squares(at: usize): v128 {
  const numbers = f64x2.promote_low_f32x4(v128.load64_zero(at));
  return f64x2.mul(numbers, numbers);
}
