import { Run } from "../run";

/**
 * This thread's share of a hidden vector's `1 + K` scores: the products of the dimensions that it owns. The target's has its
 * sign turned. Rows are taken by threes: then twelve sums fit the registers, and a load of `hidden` serves three.
 *
 * A row's vectors belong to the four quarters in turn. A quarter's products are added up in their order, and the quarters as
 * `(0 + 1) + (2 + 3)`: however many of them a thread owns, the sum has the same bits.
 */
export function partialScores(run: Run, outputs: usize, hidden: usize, partials: usize): void {
  const bytes = run.rowBytes;
  const table = run.output;
  const quarters = run.quarters;
  const end = outputs + (<usize>run.columns << 2);
  let sign = f32x4(-1, 1, 1, 1);
  for (let ids = outputs; ids < end; ids += 12) {
    const a = table + <usize>load<i32>(ids) * bytes;
    const b = table + <usize>load<i32>(ids, 4) * bytes;
    const c = table + <usize>load<i32>(ids, 8) * bytes;
    let scores: v128;
    if (quarters == 4) scores = threeScores(4, hidden, a, b, c, bytes);
    else if (quarters == 2) scores = threeScores(2, hidden, a, b, c, bytes);
    else scores = threeScores(1, hidden, a, b, c, bytes);
    // The fourth number, and any beyond 1 + K, is gone over by the next ones.
    v128.store(partials, f32x4.mul(sign, scores));
    sign = f32x4.splat(1);
    partials += 12;
  }
}

/** Fills the last vectors of a batch up with scores that have no loss. */
export function padPartialScores(partials: usize): void {
  v128.store(partials, f32x4.splat(-1000));
  v128.store(partials, f32x4.splat(-1000), 16);
}

// `quarters` is known to the compiler. With one or two of them, the third and fourth vector are the first quarters' again.
@inline
function threeScores(quarters: i32, h: usize, a: usize, b: usize, c: usize, bytes: usize): v128 {
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
    if (quarters == 1) {
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a, 16)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b, 16)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c, 16)));
    } else {
      a1 = f32x4.add(a1, f32x4.mul(x, v128.load(a, 16)));
      b1 = f32x4.add(b1, f32x4.mul(x, v128.load(b, 16)));
      c1 = f32x4.add(c1, f32x4.mul(x, v128.load(c, 16)));
    }

    x = v128.load(h, 32);
    if (quarters < 4) {
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a, 32)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b, 32)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c, 32)));
    } else {
      a2 = f32x4.add(a2, f32x4.mul(x, v128.load(a, 32)));
      b2 = f32x4.add(b2, f32x4.mul(x, v128.load(b, 32)));
      c2 = f32x4.add(c2, f32x4.mul(x, v128.load(c, 32)));
    }

    x = v128.load(h, 48);
    if (quarters == 1) {
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a, 48)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b, 48)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c, 48)));
    } else if (quarters == 2) {
      a1 = f32x4.add(a1, f32x4.mul(x, v128.load(a, 48)));
      b1 = f32x4.add(b1, f32x4.mul(x, v128.load(b, 48)));
      c1 = f32x4.add(c1, f32x4.mul(x, v128.load(c, 48)));
    } else {
      a3 = f32x4.add(a3, f32x4.mul(x, v128.load(a, 48)));
      b3 = f32x4.add(b3, f32x4.mul(x, v128.load(b, 48)));
      c3 = f32x4.add(c3, f32x4.mul(x, v128.load(c, 48)));
    }
  }
  if (h < end) {
    const x = v128.load(h);
    a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a)));
    b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b)));
    c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c)));
  }
  if (h + 16 < end) {
    const x = v128.load(h, 16);
    if (quarters == 1) {
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a, 16)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b, 16)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c, 16)));
    } else {
      a1 = f32x4.add(a1, f32x4.mul(x, v128.load(a, 16)));
      b1 = f32x4.add(b1, f32x4.mul(x, v128.load(b, 16)));
      c1 = f32x4.add(c1, f32x4.mul(x, v128.load(c, 16)));
    }
  }
  if (h + 32 < end) {
    const x = v128.load(h, 32);
    if (quarters < 4) {
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(a, 32)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(b, 32)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(c, 32)));
    } else {
      a2 = f32x4.add(a2, f32x4.mul(x, v128.load(a, 32)));
      b2 = f32x4.add(b2, f32x4.mul(x, v128.load(b, 32)));
      c2 = f32x4.add(c2, f32x4.mul(x, v128.load(c, 32)));
    }
  }
  return total(quarters, sums(a0, b0, c0), sums(a1, b1, c1), sums(a2, b2, c2), sums(a3, b3, c3));
}

@inline
function total(quarters: i32, q0: v128, q1: v128, q2: v128, q3: v128): v128 {
  if (quarters == 4) return f32x4.add(f32x4.add(q0, q1), f32x4.add(q2, q3));
  return quarters == 2 ? f32x4.add(q0, q1) : q0;
}

/** The sum of each of three vectors. */
@inline
function sums(a: v128, b: v128, c: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cc = f32x4.add(c, v128.shuffle<f32>(c, c, 2, 3, 0, 1));
  return f32x4.add(v128.shuffle<f32>(ab, cc, 0, 1, 4, 4), v128.shuffle<f32>(ab, cc, 2, 3, 5, 5));
}
