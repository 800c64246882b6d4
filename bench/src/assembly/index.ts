// What memory and arithmetic units give at most, from WebAssembly as the engine's kernels use them. Memory is imported; the
// host lays it out.

/** Reads `bytes`, a multiple of 64, `times` times. The result keeps the loads alive. */
export function read(from: usize, bytes: usize, times: i32): i32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  const end = from + bytes;
  for (let i = 0; i < times; i++) {
    for (let at = from; at < end; at += 64) {
      a = v128.xor(a, v128.load(at));
      b = v128.xor(b, v128.load(at, 16));
      c = v128.xor(c, v128.load(at, 32));
      d = v128.xor(d, v128.load(at, 48));
    }
  }
  return i32x4.extract_lane(v128.xor(v128.xor(a, b), v128.xor(c, d)), 0);
}

/** Reads and writes `bytes`, a multiple of 64, `times` times. */
export function update(from: usize, bytes: usize, times: i32): void {
  const x = f32x4.splat(0.5);
  const end = from + bytes;
  for (let i = 0; i < times; i++) {
    for (let at = from; at < end; at += 64) add(at, x);
  }
}

/** Reads and writes rows of `rowBytes`, a multiple of 16, of a table, in the order of `count` row numbers. */
export function updateRows(ids: usize, count: i32, table: usize, rowBytes: usize): void {
  const x = f32x4.splat(0.5);
  for (let i = 0; i < count; i++) {
    let at = table + <usize>load<u32>(ids + (<usize>i << 2)) * rowBytes;
    const end = at + rowBytes;
    for (; at + 64 <= end; at += 64) add(at, x);
    for (; at < end; at += 16) v128.store(at, f32x4.add(v128.load(at), x));
  }
}

/**
 * Multiplies and adds twelve vectors of four `times` times, in registers: 96 operations each time. The factor and the summand
 * come from outside: an engine makes a vector that the program knows anew wherever it is used.
 */
export function multiplyAdd(times: i32, factor: f32, summand: f32): f32 {
  const x = f32x4.splat(factor);
  const y = f32x4.splat(summand);
  let a = f32x4.splat(1);
  let b = f32x4.splat(2);
  let c = f32x4.splat(3);
  let d = f32x4.splat(4);
  let e = f32x4.splat(5);
  let f = f32x4.splat(6);
  let g = f32x4.splat(7);
  let h = f32x4.splat(8);
  let i = f32x4.splat(9);
  let j = f32x4.splat(10);
  let k = f32x4.splat(11);
  let l = f32x4.splat(12);
  for (let step = 0; step < times; step++) {
    a = f32x4.add(f32x4.mul(a, x), y);
    b = f32x4.add(f32x4.mul(b, x), y);
    c = f32x4.add(f32x4.mul(c, x), y);
    d = f32x4.add(f32x4.mul(d, x), y);
    e = f32x4.add(f32x4.mul(e, x), y);
    f = f32x4.add(f32x4.mul(f, x), y);
    g = f32x4.add(f32x4.mul(g, x), y);
    h = f32x4.add(f32x4.mul(h, x), y);
    i = f32x4.add(f32x4.mul(i, x), y);
    j = f32x4.add(f32x4.mul(j, x), y);
    k = f32x4.add(f32x4.mul(k, x), y);
    l = f32x4.add(f32x4.mul(l, x), y);
  }
  const abcd = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  const efgh = f32x4.add(f32x4.add(e, f), f32x4.add(g, h));
  const ijkl = f32x4.add(f32x4.add(i, j), f32x4.add(k, l));
  return f32x4.extract_lane(f32x4.add(f32x4.add(abcd, efgh), ijkl), 0);
}

@inline
function add(at: usize, x: v128): void {
  v128.store(at, f32x4.add(v128.load(at), x));
  v128.store(at, f32x4.add(v128.load(at, 16), x), 16);
  v128.store(at, f32x4.add(v128.load(at, 32), x), 32);
  v128.store(at, f32x4.add(v128.load(at, 48), x), 48);
}
