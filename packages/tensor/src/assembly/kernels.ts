// AssemblyScript: the f32 kernels of this package. Arguments that are addresses come first, sizes last. Rows may begin at any
// address that is a multiple of 4. Nothing is checked here: callers have checked shapes and ids.

/** `to[d] += scale · from[d]` */
function addScaled(to: usize, scale: f32, from: usize, length: i32): void {
  const factor = f32x4.splat(scale);
  const end = to + ((<usize>length) << 2);
  const whole = to + ((<usize>length & ~3) << 2);
  while (to < whole) {
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(factor, v128.load(from))));
    to += 16;
    from += 16;
  }
  while (to < end) {
    f32.store(to, f32.load(to) + scale * f32.load(from));
    to += 4;
    from += 4;
  }
}

/** Two running sums of four, because one would wait for each addition to finish. */
function dot(a: usize, b: usize, length: i32): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  let left = length;
  for (; left >= 8; left -= 8) {
    even = f32x4.add(even, f32x4.mul(v128.load(a), v128.load(b)));
    odd = f32x4.add(odd, f32x4.mul(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  if (left >= 4) {
    even = f32x4.add(even, f32x4.mul(v128.load(a), v128.load(b)));
    left -= 4;
    a += 16;
    b += 16;
  }
  const sums = f32x4.add(even, odd);
  let sum =
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
  for (; left > 0; left--) {
    sum += f32.load(a) * f32.load(b);
    a += 4;
    b += 4;
  }
  return sum;
}

function rowAt(table: usize, row: i32, D: i32): usize {
  return table + ((<usize>row * <usize>D) << 2);
}

export function embeddingForward(table: usize, ids: usize, out: usize, count: i32, D: i32): void {
  for (let i = 0; i < count; i++) {
    memory.copy(out + ((<usize>i * <usize>D) << 2), rowAt(table, i32.load(ids + (i << 2)), D), (<usize>D) << 2);
  }
}

export function embeddingBackward(ids: usize, dRows: usize, grad: usize, count: i32, D: i32): void {
  for (let i = 0; i < count; i++) addScaled(rowAt(grad, i32.load(ids + (i << 2)), D), 1, rowAt(dRows, i, D), D);
}

/** An id below 0 stands for no row. `shares` are doubles: 1 over the rows of each line. */
export function meanEmbeddingForward(table: usize, ids: usize, shares: usize, out: usize, B: i32, C: i32, D: i32): void {
  for (let b = 0; b < B; b++) {
    const share = <f32>f64.load(shares + (b << 3));
    for (let c = 0; c < C; c++) {
      const row = i32.load(ids + ((b * C + c) << 2));
      if (row >= 0) addScaled(rowAt(out, b, D), share, rowAt(table, row, D), D);
    }
  }
}

export function meanEmbeddingBackward(dMean: usize, ids: usize, shares: usize, grad: usize, B: i32, C: i32, D: i32): void {
  for (let b = 0; b < B; b++) {
    const share = <f32>f64.load(shares + (b << 3));
    for (let c = 0; c < C; c++) {
      const row = i32.load(ids + ((b * C + c) << 2));
      if (row >= 0) addScaled(rowAt(grad, row, D), share, rowAt(dMean, b, D), D);
    }
  }
}

export function embeddingDotForward(table: usize, ids: usize, hidden: usize, out: usize, B: i32, K: i32, D: i32): void {
  for (let b = 0; b < B; b++) {
    for (let k = b * K; k < (b + 1) * K; k++) {
      f32.store(out + (k << 2), dot(rowAt(table, i32.load(ids + (k << 2)), D), rowAt(hidden, b, D), D));
    }
  }
}

export function embeddingDotBackward(
  table: usize,
  ids: usize,
  hidden: usize,
  dOut: usize,
  grad: usize,
  dHidden: usize,
  B: i32,
  K: i32,
  D: i32,
): void {
  for (let b = 0; b < B; b++) {
    for (let k = b * K; k < (b + 1) * K; k++) {
      const row = i32.load(ids + (k << 2));
      const g = f32.load(dOut + (k << 2));
      addScaled(rowAt(grad, row, D), g, rowAt(hidden, b, D), D);
      addScaled(rowAt(dHidden, b, D), g, rowAt(table, row, D), D);
    }
  }
}

export function zeroRows(rows: usize, grad: usize, count: i32, D: i32): void {
  for (let i = 0; i < count; i++) memory.fill(rowAt(grad, i32.load(rows + (i << 2)), D), 0, (<usize>D) << 2);
}

/** `out += a · b`, `[I, J] += [I, K] · [K, J]` */
export function addMatmul(a: usize, b: usize, out: usize, I: i32, K: i32, J: i32): void {
  for (let i = 0; i < I; i++) {
    for (let k = 0; k < K; k++) addScaled(rowAt(out, i, J), f32.load(rowAt(a, i, K) + (k << 2)), rowAt(b, k, J), J);
  }
}

/** `out = a · bᵀ`, `[I, J] = [I, K] · [J, K]ᵀ` */
export function matmulTransposed(a: usize, b: usize, out: usize, I: i32, K: i32, J: i32): void {
  for (let i = 0; i < I; i++) {
    for (let j = 0; j < J; j++) f32.store(rowAt(out, i, J) + (j << 2), dot(rowAt(a, i, K), rowAt(b, j, K), K));
  }
}

/** `out += aᵀ · b`, `[I, J] += [K, I]ᵀ · [K, J]` */
export function addTransposedMatmul(a: usize, b: usize, out: usize, I: i32, K: i32, J: i32): void {
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < I; i++) addScaled(rowAt(out, i, J), f32.load(rowAt(a, k, I) + (i << 2)), rowAt(b, k, J), J);
  }
}
