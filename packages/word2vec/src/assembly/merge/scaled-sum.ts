/**
 * Adds to a row the sum of the changes that its copies have, times a factor.
 *
 * @param rows - where the addresses of the copies are, to before `end`
 */
export function addScaledSum(base: usize, bytes: usize, rows: usize, end: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let d: usize = 0; d < bytes; d += 16) {
    const old = v128.load(base + d);
    let sum = f32x4.splat(0);
    for (let at = rows; at < end; at += 4) sum = f32x4.add(sum, f32x4.sub(v128.load(<usize>load<u32>(at) + d), old));
    v128.store(base + d, f32x4.add(old, f32x4.mul(factors, sum)));
  }
}
