import { exp, log1p } from "./logistic";
import { Run } from "./run";

/**
 * This thread's share of a target's scores: for each hidden vector, each of its quarters and each output row, the dot
 * product over the quarter. Layout of `partials`: hidden vector, quarter, column.
 */
export function partialScores(run: Run, outputs: usize, hidden: usize, hiddenCount: i32, partials: usize): void {
  const bytes = run.rowBytes;
  const output = run.output;
  const columns = <usize>run.columns;
  const used = <usize>(1 + run.negatives);
  const ends = changetype<usize>(run) + offsetof<Run>("quarterEnd0");
  const firstQuarter = <usize>run.firstQuarter;
  const endQuarter = <usize>run.endQuarter;
  for (let i = 0; i < hiddenCount; i++) {
    for (let k: usize = 0; k < used; k += 4) {
      const ids = outputs + (k << 2);
      let r0 = output + <usize>load<i32>(ids) * bytes;
      let r1 = output + <usize>load<i32>(ids, 4) * bytes;
      let r2 = output + <usize>load<i32>(ids, 8) * bytes;
      let r3 = output + <usize>load<i32>(ids, 12) * bytes;
      const isPair = k + 2 >= used;
      let h = hidden;
      let to = partials + ((firstQuarter * columns + k) << 2);
      for (let q = firstQuarter; q < endQuarter; q++) {
        const end = hidden + <usize>load<i32>(ends + (q << 2));
        let s0 = f32x4.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        if (isPair) {
          for (; h < end; h += 16, r0 += 16, r1 += 16) {
            const x = v128.load(h);
            s0 = f32x4.add(s0, f32x4.mul(x, v128.load(r0)));
            s1 = f32x4.add(s1, f32x4.mul(x, v128.load(r1)));
          }
        } else {
          for (; h < end; h += 16, r0 += 16, r1 += 16, r2 += 16, r3 += 16) {
            const x = v128.load(h);
            s0 = f32x4.add(s0, f32x4.mul(x, v128.load(r0)));
            s1 = f32x4.add(s1, f32x4.mul(x, v128.load(r1)));
            s2 = f32x4.add(s2, f32x4.mul(x, v128.load(r2)));
            s3 = f32x4.add(s3, f32x4.mul(x, v128.load(r3)));
          }
        }
        v128.store(to, sums(s0, s1, s2, s3));
        to += columns << 2;
      }
    }
    hidden += bytes;
    partials += columns << 4;
  }
}

/** The sum of each of four vectors. */
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/**
 * Scores from the four quarters, always added in the same order whichever thread computed them; from scores
 * `rate · (label − σ(score))` into `gradients`. Returns the loss, `Σ softplus(∓score)`.
 */
export function scoreGradients(run: Run, partials: usize, hiddenCount: i32, gradients: usize, rate: f32): f64 {
  const columns = <usize>run.columns;
  const row = columns << 2;
  const used = f32x4.splat(<f32>run.negatives + 1);
  const one = f32x4.splat(1);
  let loss: f64 = 0;
  for (let i = 0; i < hiddenCount; i++) {
    for (let k: usize = 0; k < columns; k += 4) {
      const p = partials + (k << 2);
      const left = f32x4.add(v128.load(p), v128.load(p + row));
      const right = f32x4.add(v128.load(p + 2 * row), v128.load(p + 3 * row));
      const score = f32x4.add(left, right);
      const e = exp(f32x4.max(f32x4.neg(f32x4.abs(score)), f32x4.splat(-87)));
      const sigmoid = f32x4.div(v128.bitselect(one, e, f32x4.ge(score, f32x4.splat(0))), f32x4.add(one, e));
      const label = k == 0 ? f32x4(1, 0, 0, 0) : f32x4.splat(0);
      const column = f32x4.add(f32x4.splat(<f32>k), f32x4(0, 1, 2, 3));
      const isUsed = f32x4.lt(column, used);
      v128.store(gradients + (k << 2), v128.and(isUsed, f32x4.mul(f32x4.splat(rate), f32x4.sub(label, sigmoid))));
      // softplus(−s) for the target, softplus(s) for a negative: max(x, 0) + log1p(exp(−|x|)).
      const x = v128.bitselect(f32x4.neg(score), score, f32x4.gt(label, f32x4.splat(0)));
      const losses = v128.and(isUsed, f32x4.add(f32x4.max(x, f32x4.splat(0)), log1p(e)));
      loss += <f64>f32x4.extract_lane(losses, 0) + <f64>f32x4.extract_lane(losses, 1);
      loss += <f64>f32x4.extract_lane(losses, 2) + <f64>f32x4.extract_lane(losses, 3);
    }
    partials += columns << 4;
    gradients += row;
  }
  return loss;
}
