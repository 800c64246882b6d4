/**
 * Writes the Euclidean length of each of `count` rows of f32 numbers, in f64, by eight sums: of every eighth number, and
 * what is left at the end of a row by itself. The same as `src/vectors/row-norms.ts` does where there is no WebAssembly, bit for bit.
 */
export function rowNorms(rows: usize, out: usize, count: i32, D: i32): void {
  let at = rows;
  for (let row = 0; row < count; row++) {
    store<f64>(out, movedRow(at, at, D));
    at += <usize>D << 2;
    out += 8;
  }
}

/** Moves a row of numbers to the front, byte for byte, and returns its length. */
@inline
export function movedRow(from: usize, to: usize, D: i32): f64 {
  const end = from + (<usize>D << 2);
  const eights = from + (<usize>(D & ~7) << 2);
  let sum0 = f64x2.splat(0);
  let sum1 = f64x2.splat(0);
  let sum2 = f64x2.splat(0);
  let sum3 = f64x2.splat(0);
  for (; from < eights; from += 32) {
    const first = v128.load(from);
    const second = v128.load(from, 16);
    v128.store(to, first);
    v128.store(to, second, 16);
    sum0 = f64x2.add(sum0, squares(first));
    sum1 = f64x2.add(sum1, squares(i64x2.shuffle(first, first, 1, 0)));
    sum2 = f64x2.add(sum2, squares(second));
    sum3 = f64x2.add(sum3, squares(i64x2.shuffle(second, second, 1, 0)));
    to += 32;
  }
  let rest: f64 = 0;
  for (; from < end; from += 4) {
    const bits = load<u32>(from);
    store<u32>(to, bits);
    const number = <f64>reinterpret<f32>(bits);
    rest += number * number;
    to += 4;
  }
  const sums = f64x2.add(f64x2.add(sum0, sum2), f64x2.add(sum1, sum3));
  return sqrt(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1) + rest);
}

/** `[2]`, the squares of the first two numbers. */
@inline
function squares(numbers: v128): v128 {
  const wide = f64x2.promote_low_f32x4(numbers);
  return f64x2.mul(wide, wide);
}
