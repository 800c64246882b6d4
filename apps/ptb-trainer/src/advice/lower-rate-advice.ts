/**
 * Names a learning rate to try after one that was too high: half of it, rounded down to one digit, but no more than a rate
 * that works for most texts.
 *
 * @param rate - the rate that was too high
 * @param highest - the rate that works for most texts
 *
 * @example
 * lowerRateAdvice(0.0717, 0.05) // "a lower rate may help, such as --learning-rate 0.03"
 */
export function lowerRateAdvice(rate: number, highest: number): string {
  const half = Math.min(rate / 2, highest);
  const exponent = Math.floor(Math.log10(half));
  const digit = Math.floor(Number((half / 10 ** exponent).toPrecision(12)));
  return `a lower rate may help, such as --learning-rate ${Number(`${digit}e${exponent}`)}`;
}
