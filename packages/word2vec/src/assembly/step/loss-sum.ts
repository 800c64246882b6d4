import { log1p } from "./logistic";
import { Run } from "../run";

// The sum of losses `max(x, 0) + log(1 + e^−|x|)` takes one logarithm for many factors `1 + e^−|x|`, none of them above 2: they are
// multiplied first. Batches are small, so that their products are kept and multiplied with those of the next.

/** Factors that a product may have: 2^32 is far below the largest number. */
const MOST_FACTORS: i32 = 32;

/** Adds the losses of up to 32 times eight scores. */
@inline
export function addLoss(run: Run, linear: v128, product0: v128, product1: v128, factors: i32): void {
  const parts = run.lossParts;
  if (run.lossFactors + factors > MOST_FACTORS) endLossSum(run);
  v128.store(parts, f32x4.add(v128.load(parts), linear));
  v128.store(parts, f32x4.mul(v128.load(parts, 16), product0), 16);
  v128.store(parts, f32x4.mul(v128.load(parts, 32), product1), 32);
  run.lossFactors += factors;
}

/** Puts the parts together: then `loss` is the sum so far. */
export function endLossSum(run: Run): void {
  const parts = run.lossParts;
  run.loss += sumOf(v128.load(parts)) + sumOf(log(v128.load(parts, 16))) + sumOf(log(v128.load(parts, 32)));
  beginLossSum(run);
}

/** Empties the parts. */
export function beginLossSum(run: Run): void {
  const parts = run.lossParts;
  v128.store(parts, f32x4.splat(0));
  v128.store(parts, f32x4.splat(1), 16);
  v128.store(parts, f32x4.splat(1), 32);
  run.lossFactors = 0;
}

/** `log p` for p in [1, 2^126]. */
@inline
function log(p: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(p, 23), i32x4.splat(127));
  const mantissa = v128.or(v128.and(p, i32x4.splat(0x7fffff)), i32x4.splat(0x3f800000));
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(exponent), f32x4.splat(0.6931472)), log1p(f32x4.sub(mantissa, f32x4.splat(1))));
}

@inline
export function sumOf(x: v128): f64 {
  const pairs = f64x2.add(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 0, 1)));
  return f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
}
