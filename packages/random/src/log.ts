/** ln 2 in two parts: the first has 32 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * Computes the natural logarithm of a positive finite number, with the same bits on every engine: `Math.log` may differ in its last.
 *
 * `x = m · 2^e` with m in `(√½, √2]`, and `log m = 2 artanh(s)` for `s = (m − 1) / (m + 1)`, whose series
 * `2 (s + s³/3 + s⁵/5 + …)` ends below rounding after eleven terms, since `|s| < 0.172`. Nothing but sums, products and
 * quotients, which IEEE 754 fixes. The result is within 1e-15 of the logarithm, relatively.
 */
export function log(x: number): number {
  let m = x;
  let e = 0;
  for (; m <= Math.SQRT1_2; e--) m *= 2;
  for (; m > Math.SQRT2; e++) m /= 2;

  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let sum = 0;
  for (let k = 21; k >= 3; k -= 2) sum = s2 * (1 / k + sum);
  return e * LN2_HIGH + (2 * s + (2 * s * sum + e * LN2_LOW));
}
