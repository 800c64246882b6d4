/**
 * Which learning rate to try where one was too high: half of it, to one digit, but no more than one that mostly works.
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
