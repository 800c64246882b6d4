/**
 * Computes `x^exponent` for positive x, with the same bits on every engine: `Math.pow` may differ in its last, and a sampler
 * that differs in one bit can draw another word.
 *
 * The whole part of the exponent by repeated squaring, the binary digits of the rest by repeated square roots, which
 * IEEE 754 fixes to the bit: `x^0.75 = x^(½ + ¼) = √x · √√x`. Each factor adds half a rounding.
 */
export function power(x: number, exponent: number): number {
  if (exponent < 0) return 1 / power(x, -exponent);
  let result = 1;
  for (let square = x, whole = Math.floor(exponent); whole > 0; whole = Math.floor(whole / 2), square *= square) {
    if (whole % 2 === 1) result *= square;
  }
  for (let root = Math.sqrt(x), rest = exponent % 1; rest > 0; root = Math.sqrt(root)) {
    rest *= 2;
    if (rest >= 1) {
      result *= root;
      rest -= 1;
    }
  }
  return result;
}
