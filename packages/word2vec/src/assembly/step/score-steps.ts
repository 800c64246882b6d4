import { exp, log1p } from "./logistic";
import { Run } from "../run";

/**
 * Writes the step of each of the batch's scores, `rate · (label − σ(score))`: the negative gradient times the rate. Returns the
 * sum of the losses.
 *
 * Each thread has written its partial scores (forward/partial-scores.ts). The target's score has its sign turned, so all scores
 * have the loss `softplus(x)` and the derivative `σ(x)`. The sum of `softplus(x) = max(x, 0) + log(1 + e^−|x|)` takes one logarithm for many
 * factors `1 + e^−|x|`, none of them above 2.
 */
export function writeScoreSteps(run: Run, partials: usize, hiddenCount: i32, rate: f32): f64 {
  const used = 1 + run.negatives;
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const factor = f32x4.splat(-rate);
  const scoreSteps = run.scoreSteps;
  const end = scoreSteps + ((<usize>(hiddenCount * used)) << 2);
  // From a number's place to that of its first partial score.
  const back = partials - scoreSteps;
  let loss: f64 = 0;
  for (let at = scoreSteps; at < end; ) {
    let linear = zero;
    let product0 = one;
    let product1 = one;
    const stop = min(end, at + 32 * 32);
    for (; at < stop; at += 32) {
      const x0 = sumOfPartials(run, at + back);
      const x1 = sumOfPartials(run, at + back + 16);
      const e0 = exp(f32x4.max(f32x4.neg(f32x4.abs(x0)), f32x4.splat(-87)));
      const e1 = exp(f32x4.max(f32x4.neg(f32x4.abs(x1)), f32x4.splat(-87)));
      const f0 = f32x4.add(one, e0);
      const f1 = f32x4.add(one, e1);
      v128.store(at, f32x4.mul(factor, f32x4.div(v128.bitselect(one, e0, f32x4.ge(x0, zero)), f0)));
      v128.store(at, f32x4.mul(factor, f32x4.div(v128.bitselect(one, e1, f32x4.ge(x1, zero)), f1)), 16);
      product0 = f32x4.mul(product0, f0);
      product1 = f32x4.mul(product1, f1);
      linear = f32x4.add(linear, f32x4.add(f32x4.max(x0, zero), f32x4.max(x1, zero)));
    }
    loss += sumOf(linear) + sumOf(log(product0)) + sumOf(log(product1));
  }
  // σ(−score) = 1 − σ(score): the target's row moves the other way.
  for (let at = scoreSteps; at < end; at += (<usize>used) << 2) store<f32>(at, -load<f32>(at));
  return loss;
}

/** Four scores from the shares of all threads, quarters added as `(0 + 1) + (2 + 3)`. */
@inline
function sumOfPartials(run: Run, at: usize): v128 {
  const next = run.threadPartials;
  const first = v128.load(at);
  if (run.threads == 1) return first;
  const two = f32x4.add(first, v128.load(at + next));
  if (run.threads == 2) return two;
  const third = v128.load(at + 2 * next);
  return f32x4.add(two, run.threads == 3 ? third : f32x4.add(third, v128.load(at + 3 * next)));
}

/** `log p` for p in [1, 2^126]. */
@inline
function log(p: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(p, 23), i32x4.splat(127));
  const mantissa = v128.or(v128.and(p, i32x4.splat(0x7fffff)), i32x4.splat(0x3f800000));
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(exponent), f32x4.splat(0.6931472)), log1p(f32x4.sub(mantissa, f32x4.splat(1))));
}

@inline
function sumOf(x: v128): f64 {
  const pairs = f64x2.add(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 0, 1)));
  return f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
}
