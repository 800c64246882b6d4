// AssemblyScript: one step of each optimizer over the rows that a batch touched. Addresses come first, then how many rows and
// how long, then rates. The last one to three numbers of a row follow the same operations in the same order.

/** Where a row begins, in bytes from the beginning of its table. */
function offsetOf(rows: usize, i: i32, D: i32): usize {
  return (<usize>i32.load(rows + (i << 2)) * <usize>D) << 2;
}

function lengthOfWhole(D: i32): usize {
  return (<usize>(D & ~3)) << 2;
}

export function sgd(grad: usize, rows: usize, value: usize, count: i32, D: i32, rate: f32): void {
  const rates = f32x4.splat(rate);
  for (let i = 0; i < count; i++) {
    let at = offsetOf(rows, i, D);
    const end = at + ((<usize>D) << 2);
    for (const whole = at + lengthOfWhole(D); at < whole; at += 16) {
      v128.store(value + at, f32x4.sub(v128.load(value + at), f32x4.mul(rates, v128.load(grad + at))));
    }
    for (; at < end; at += 4) f32.store(value + at, f32.load(value + at) - rate * f32.load(grad + at));
  }
}

export function momentum(
  grad: usize,
  rows: usize,
  value: usize,
  velocity: usize,
  count: i32,
  D: i32,
  rate: f32,
  kept: f32,
): void {
  const rates = f32x4.splat(rate);
  const kepts = f32x4.splat(kept);
  for (let i = 0; i < count; i++) {
    let at = offsetOf(rows, i, D);
    const end = at + ((<usize>D) << 2);
    for (const whole = at + lengthOfWhole(D); at < whole; at += 16) {
      const v = f32x4.sub(f32x4.mul(kepts, v128.load(velocity + at)), f32x4.mul(rates, v128.load(grad + at)));
      v128.store(velocity + at, v);
      v128.store(value + at, f32x4.add(v128.load(value + at), v));
    }
    for (; at < end; at += 4) {
      const v = kept * f32.load(velocity + at) - rate * f32.load(grad + at);
      f32.store(velocity + at, v);
      f32.store(value + at, f32.load(value + at) + v);
    }
  }
}

/** AdaGrad where `decay` is 0 and `share` 1, RMSProp where both are `1 − decay`: `s ← s + share · g² − decay · s`. */
export function scaledBySquares(
  grad: usize,
  rows: usize,
  value: usize,
  squares: usize,
  count: i32,
  D: i32,
  rate: f32,
  share: f32,
  decay: f32,
  epsilon: f32,
): void {
  const rates = f32x4.splat(rate);
  const shares = f32x4.splat(share);
  const decays = f32x4.splat(decay);
  const epsilons = f32x4.splat(epsilon);
  for (let i = 0; i < count; i++) {
    let at = offsetOf(rows, i, D);
    const end = at + ((<usize>D) << 2);
    for (const whole = at + lengthOfWhole(D); at < whole; at += 16) {
      const g = v128.load(grad + at);
      const before = v128.load(squares + at);
      const s = f32x4.add(before, f32x4.sub(f32x4.mul(shares, f32x4.mul(g, g)), f32x4.mul(decays, before)));
      const change = f32x4.div(f32x4.mul(rates, g), f32x4.add(f32x4.sqrt(s), epsilons));
      v128.store(squares + at, s);
      v128.store(value + at, f32x4.sub(v128.load(value + at), change));
    }
    for (; at < end; at += 4) {
      const g = f32.load(grad + at);
      const before = f32.load(squares + at);
      const s = before + (share * (g * g) - decay * before);
      f32.store(squares + at, s);
      f32.store(value + at, f32.load(value + at) - (rate * g) / (f32.sqrt(s) + epsilon));
    }
  }
}

export function adam(
  grad: usize,
  rows: usize,
  value: usize,
  means: usize,
  squares: usize,
  count: i32,
  D: i32,
  rate: f32,
  share1: f32,
  share2: f32,
  epsilon: f32,
): void {
  const rates = f32x4.splat(rate);
  const shares1 = f32x4.splat(share1);
  const shares2 = f32x4.splat(share2);
  const epsilons = f32x4.splat(epsilon);
  for (let i = 0; i < count; i++) {
    let at = offsetOf(rows, i, D);
    const end = at + ((<usize>D) << 2);
    for (const whole = at + lengthOfWhole(D); at < whole; at += 16) {
      const g = v128.load(grad + at);
      let m = v128.load(means + at);
      let v = v128.load(squares + at);
      m = f32x4.add(m, f32x4.mul(shares1, f32x4.sub(g, m)));
      v = f32x4.add(v, f32x4.mul(shares2, f32x4.sub(f32x4.mul(g, g), v)));
      const change = f32x4.div(f32x4.mul(rates, m), f32x4.add(f32x4.sqrt(v), epsilons));
      v128.store(means + at, m);
      v128.store(squares + at, v);
      v128.store(value + at, f32x4.sub(v128.load(value + at), change));
    }
    for (; at < end; at += 4) {
      const g = f32.load(grad + at);
      let m = f32.load(means + at);
      let v = f32.load(squares + at);
      m += share1 * (g - m);
      v += share2 * (g * g - v);
      f32.store(means + at, m);
      f32.store(squares + at, v);
      f32.store(value + at, f32.load(value + at) - (rate * m) / (f32.sqrt(v) + epsilon));
    }
  }
}
