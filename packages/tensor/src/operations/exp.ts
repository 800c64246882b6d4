/**
 * Computes `e^x` with the same bits on every engine, within 2 units in the last place of the true value.
 *
 * `Math.exp` may differ in its last bits from engine to engine, and with it every weight that is trained through it.
 * Here `x = k · ln 2 + r` with `|r| ≤ ln 2 / 2`, and `e^x = 2^k · Σ_n r^n / n!`, in additions and multiplications, which
 * IEEE 754 fixes to the bit. Thirteen terms leave out less than 1e-17.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let tail = 1 / 6227020800;
  for (let n = 0; n < INVERSE_FACTORIALS.length; n++) tail = tail * r + INVERSE_FACTORIALS[n];
  // The two largest terms come last, so that their rounding is the only one that shows.
  const sum = 1 + (r + r * r * tail);
  // In two halves: 2^1024 is no double, and below 2^−1022 there are only subnormal ones.
  const half = k >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(k - half);
}

// ln 2 in two parts; the first has 21 zero bits at its end, so that k times it is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1/12! … 1/2! */
const INVERSE_FACTORIALS = Float64Array.from({ length: 11 }, (_, i) => {
  let factorial = 1;
  for (let n = 2; n <= 12 - i; n++) factorial *= n;
  return 1 / factorial;
});

const words = new Int32Array(2);
const double = new Float64Array(words.buffer);
/** Where a double's exponent stands: the second word on every machine but a few big-endian ones. */
const EXPONENT_WORD = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** `2^k` for k from −1022 to 1023, by writing its exponent. */
function powerOfTwo(k: number): number {
  words[EXPONENT_WORD] = (k + 1023) << 20;
  return double[0];
}
