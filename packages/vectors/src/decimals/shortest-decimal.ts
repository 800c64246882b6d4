/** Powers of ten that f64 holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** No two different decimals of six digits round to the same normal f32, so fewer digits need no trial. */
const FEWEST = 6;
const MOST = 9;

/**
 * The shortest decimal number that rounds to an f32, in JavaScript's notation.
 *
 * @param number - finite, and an f32: `Math.fround(number) === number`
 *
 * @example
 * shortestDecimal(Math.fround(0.1)) // "0.1", where String gives 0.10000000149011612
 */
export function shortestDecimal(number: number): string {
  if (number === 0) return Object.is(number, -0) ? "-0" : "0";
  const size = Math.abs(number);
  // JavaScript prints the fewest digits that give an f64 back, which are those of the decimal it was made from.
  const decimal = size >= 1e-13 && size < 1e6 ? byScaling(size) : byPrinting(size);
  return String(number < 0 ? -decimal : decimal);
}

/** The scaled number need not be exact: what counts is the check, and there the division rounds once. */
function byScaling(size: number): number {
  let exponent = Math.floor(Math.log10(size));
  if (10 ** exponent > size) exponent--;
  for (let digits = FEWEST; digits < MOST; digits++) {
    const scale = POWERS_OF_TEN[digits - 1 - exponent];
    const decimal = Math.round(size * scale) / scale;
    if (Math.fround(decimal) === size) return decimal;
  }
  return Number(size.toPrecision(MOST));
}

function byPrinting(size: number): number {
  for (let digits = 1; digits < MOST; digits++) {
    const decimal = Number(size.toPrecision(digits));
    if (Math.fround(decimal) === size) return decimal;
  }
  return Number(size.toPrecision(MOST));
}
