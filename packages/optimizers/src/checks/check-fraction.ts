import { shownValue } from "@wordloom/arguments";

/**
 * Refuses a decay that would grow or freeze what it should forget.
 *
 * @throws RangeError if `fraction` is not in `[0, 1)`
 */
export function checkFraction(caller: string, name: string, fraction: number): void {
  if (Number.isFinite(fraction) && fraction >= 0 && fraction < 1) return;
  throw new RangeError(`${caller}: ${name} is ${shownValue(fraction)}; it must be in [0, 1)`);
}

/**
 * Refuses a number that would spoil every weight at the first step.
 *
 * @throws RangeError if `value` is not finite, or below 0
 */
export function checkFinite(caller: string, name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new RangeError(`${caller}: ${name} is ${shownValue(value)}; it must be a finite number, at least 0`);
}
