/** Enough for the fraction to settle at any arguments of a test's size; it needs some `√(a + b)` steps. */
const MOST_STEPS = 100_000;
const TINY = 1e-300;

/**
 * The regularised incomplete beta function `I_x(a, b)`, in `[0, 1]`: the tails of Student's t and of the binomial
 * distribution.
 *
 * By the continued fraction where it converges fast, and by `I_x(a, b) = 1 − I_{1−x}(b, a)` elsewhere.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.17, https://dlmf.nist.gov/8.17; the fraction is evaluated as
 * in Thompson and Barnett 1986
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(logFront) / a) * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Stirling's series, https://dlmf.nist.gov/5.11, from 10 on; below, by `Γ(z) = Γ(z + 1) / z`. */
function logGamma(z: number): number {
  let product = 1;
  let shifted = z;
  for (; shifted < 10; shifted++) product *= shifted;
  const inverse = 1 / (shifted * shifted);
  const series =
    (1 / 12 -
      inverse *
        (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360360)))))) /
    shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
