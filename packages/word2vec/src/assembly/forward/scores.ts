import { Run } from "../run";

/**
 * A hidden vector's `1 + K` scores, its dot products with output rows. The target's has its sign turned. Rows are taken by
 * threes: then twelve sums fit the registers, and a load of `hidden` serves three.
 */
export function writeScores(run: Run, outputs: usize, hidden: usize, scores: usize): void {
  const bytes = run.rowBytes;
  const table = run.output;
  const end = outputs + (<usize>run.columns << 2);
  let sign = f32x4(-1, 1, 1, 1);
  for (let ids = outputs; ids < end; ids += 12) {
    const a = table + <usize>load<i32>(ids) * bytes;
    const b = table + <usize>load<i32>(ids, 4) * bytes;
    const c = table + <usize>load<i32>(ids, 8) * bytes;
    // The fourth number, and any beyond 1 + K, is gone over by the next ones.
    v128.store(scores, f32x4.mul(sign, threeScores(hidden, a, b, c, bytes)));
    sign = f32x4.splat(1);
    scores += 12;
  }
}

/** Fills the last vectors of a batch up with scores that have no loss. */
export function padScores(scores: usize): void {
  v128.store(scores, f32x4.splat(-1000));
  v128.store(scores, f32x4.splat(-1000), 16);
}

@inline
function threeScores(h: usize, a: usize, b: usize, c: usize, bytes: usize): v128 {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let c0 = a0, c1 = a0, c2 = a0, c3 = a0;
  const end = h + bytes;
  for (; h + 64 <= end; h += 64, a += 64, b += 64, c += 64) {
    let x = v128.load(h);
    a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a)));
    b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b)));
    c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c)));
    x = v128.load(h, 16);
    a1 = f32x4.add(a1, f32x4.mul(x, v128.load(a, 16)));
    b1 = f32x4.add(b1, f32x4.mul(x, v128.load(b, 16)));
    c1 = f32x4.add(c1, f32x4.mul(x, v128.load(c, 16)));
    x = v128.load(h, 32);
    a2 = f32x4.add(a2, f32x4.mul(x, v128.load(a, 32)));
    b2 = f32x4.add(b2, f32x4.mul(x, v128.load(b, 32)));
    c2 = f32x4.add(c2, f32x4.mul(x, v128.load(c, 32)));
    x = v128.load(h, 48);
    a3 = f32x4.add(a3, f32x4.mul(x, v128.load(a, 48)));
    b3 = f32x4.add(b3, f32x4.mul(x, v128.load(b, 48)));
    c3 = f32x4.add(c3, f32x4.mul(x, v128.load(c, 48)));
  }
  for (; h < end; h += 16, a += 16, b += 16, c += 16) {
    const x = v128.load(h);
    a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a)));
    b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b)));
    c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c)));
  }
  const ab = f32x4.add(f32x4.add(sums(a0, b0, c0), sums(a1, b1, c1)), f32x4.add(sums(a2, b2, c2), sums(a3, b3, c3)));
  return ab;
}

/** The sum of each of three vectors. */
@inline
function sums(a: v128, b: v128, c: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cc = f32x4.add(c, v128.shuffle<f32>(c, c, 2, 3, 0, 1));
  return f32x4.add(v128.shuffle<f32>(ab, cc, 0, 1, 4, 4), v128.shuffle<f32>(ab, cc, 2, 3, 5, 5));
}
