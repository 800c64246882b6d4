import { exp } from "../step/logistic";

// How the changes of n lanes become one: all but Adasum are their sum times a factor.

export const ADASUM: i32 = 0;
export const SETTLING: i32 = 1;
export const DAMPING: i32 = 2;
export const ROOT: i32 = 3;
export const MEAN: i32 = 4;
export const SUM: i32 = 5;

/** DAMPING: updates of a row in a lane at which it counts as half settled. */
const HALF_SETTLED: f32 = 512;
/** SETTLING: λ, the share of a row's way to where it settles that an update goes at a learning rate of 1. */
const LAMBDA: f32 = 0.1;

/**
 * What the sum of the changes is multiplied by.
 *
 * SETTLING: an update moves a row by some share of its way to where it settles, about `rate · λ` of it; c of them in a row leave
 * `e^−x` of the way, `x = c · rate · λ`. Each of n lanes goes `1 − e^−x` of the way by itself; one after the other they would go
 * `1 − e^−nx` of it.
 *
 * @param n - lanes that have changed the row
 * @param c - how often it was updated in a lane, on average
 */
export function factorOf(rule: i32, n: f32, c: f32, rate: f32): f32 {
  if (rule == SUM) return 1;
  if (rule == MEAN) return <f32>1 / n;
  if (rule == ROOT) return <f32>1 / sqrt<f32>(sqrt<f32>(n));
  if (rule == DAMPING) return <f32>1 / (<f32>1 + (n - 1) * (c / (c + HALF_SETTLED)));
  const x = c * rate * LAMBDA;
  // Below that, rounding would make nought by nought of it.
  if (x < 1e-3) return <f32>1 / (<f32>1 + (n - 1) * x * 0.5);
  return (<f32>1 - exponential(n * x)) / (n * (<f32>1 - exponential(x)));
}

/** `e^−x`. */
@inline
function exponential(x: f32): f32 {
  return f32x4.extract_lane(exp(f32x4.splat(-min<f32>(x, 87))), 0);
}
