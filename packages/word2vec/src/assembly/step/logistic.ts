// Polynomials in the operations that IEEE 754 fixes to the bit, so that every engine computes the same weights.

/** `e^x` for x in [−87, 0], to 2 units in the last place of f32. Coefficients: Cephes, expf (S. Moshier). */
@inline
export function exp(x: v128): v128 {
  const k = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  // ln 2 in two parts, the first short enough that k times it is exact.
  let r = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(k, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** `log(1 + e)` for e in [0, 1]: `2 · atanh(t)` with `t = e / (2 + e) ≤ 1/3`; seven terms leave out less than 2e-8. */
@inline
export function log1p(e: v128): v128 {
  const t = f32x4.div(e, f32x4.add(e, f32x4.splat(2)));
  const t2 = f32x4.mul(t, t);
  let p = f32x4.splat(<f32>(2.0 / 13.0));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(<f32>(2.0 / 11.0)));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(<f32>(2.0 / 9.0)));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(<f32>(2.0 / 7.0)));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(<f32>(2.0 / 5.0)));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(<f32>(2.0 / 3.0)));
  p = f32x4.add(f32x4.mul(p, t2), f32x4.splat(2));
  return f32x4.mul(p, t);
}
