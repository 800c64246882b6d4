import { exp } from "./logistic";
import { addLoss, sumOf } from "./loss-sum";
import { Run } from "../run";

/**
 * Writes the step of each of the batch's scores, `rate · (label − σ(score))`: the negative gradient times the rate. Adds up the losses
 * (step/loss-sum.ts).
 *
 * The target's score has its sign turned (forward/scores.ts), so all scores have the loss `softplus(x)` and the derivative `σ(x)`.
 * `softplus(x) = max(x, 0) + log(1 + e^−|x|)`.
 *
 * @returns the sum of the linear parts `max(x, 0)`
 */
export function writeScoreSteps(run: Run, hiddenCount: i32, rate: f32): f64 {
  const used = 1 + run.negatives;
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const factor = f32x4.splat(-rate);
  const scoreSteps = run.scoreSteps;
  const end = scoreSteps + ((<usize>(hiddenCount * used)) << 2);
  // From a step's place to that of its score.
  const back = run.scores - scoreSteps;
  let sum: f64 = 0;
  for (let at = scoreSteps; at < end; ) {
    let linear = zero;
    let product0 = one;
    let product1 = one;
    let count = 0;
    const stop = min(end, at + 32 * 32);
    for (; at < stop; at += 32) {
      const x0 = v128.load(at + back);
      const x1 = v128.load(at + back, 16);
      const e0 = exp(f32x4.max(f32x4.neg(f32x4.abs(x0)), f32x4.splat(-87)));
      const e1 = exp(f32x4.max(f32x4.neg(f32x4.abs(x1)), f32x4.splat(-87)));
      const f0 = f32x4.add(one, e0);
      const f1 = f32x4.add(one, e1);
      v128.store(at, f32x4.mul(factor, f32x4.div(v128.bitselect(one, e0, f32x4.ge(x0, zero)), f0)));
      v128.store(at, f32x4.mul(factor, f32x4.div(v128.bitselect(one, e1, f32x4.ge(x1, zero)), f1)), 16);
      product0 = f32x4.mul(product0, f0);
      product1 = f32x4.mul(product1, f1);
      linear = f32x4.add(linear, f32x4.add(f32x4.max(x0, zero), f32x4.max(x1, zero)));
      count++;
    }
    sum += sumOf(linear);
    addLoss(run, linear, product0, product1, count);
  }
  // σ(−score) = 1 − σ(score): the target's row moves the other way.
  for (let at = scoreSteps; at < end; at += (<usize>used) << 2) store<f32>(at, -load<f32>(at));
  return sum;
}
