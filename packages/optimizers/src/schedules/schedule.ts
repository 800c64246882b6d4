import { shownValue } from "@wordloom/arguments";
import { checkFinite } from "../checks/check-fraction.js";

/**
 * Gives the learning rate of each step, counted from 0. Any function will do, also one that calls another schedule.
 */
export type Schedule = (step: number) => number;

/**
 * Goes straight from `start` at step 0 to `end` at step `steps`, and stays there: word2vec's schedule.
 *
 * `rate(t) = start + (end − start) · min(t / steps, 1)`
 *
 * @throws RangeError if a rate is not finite or below 0, or `steps` is not a whole number from 1
 */
export function linearDecay(start: number, end: number, steps: number): Schedule {
  checkRates("linearDecay", { start, end });
  checkSteps("linearDecay", steps);
  return (step) => start + (end - start) * Math.min(step / steps, 1);
}

/**
 * Follows half a cosine from `start` at step 0 to `end` at step `steps`, and stays there.
 *
 * `rate(t) = end + (start − end) · (1 + cos(π · min(t / steps, 1))) / 2`
 *
 * @throws RangeError if a rate is not finite or below 0, or `steps` is not a whole number from 1
 * @see Loshchilov and Hutter 2017, https://arxiv.org/abs/1608.03983
 */
export function cosineDecay(start: number, end: number, steps: number): Schedule {
  checkRates("cosineDecay", { start, end });
  checkSteps("cosineDecay", steps);
  return (step) => end + ((start - end) * (1 + Math.cos(Math.PI * Math.min(step / steps, 1)))) / 2;
}

/**
 * Multiplies the rate by `factor` after every `every` steps.
 *
 * `rate(t) = start · factor ^ ⌊t / every⌋`
 *
 * @throws RangeError if a rate or the factor is not finite or below 0, or `every` is not a whole number from 1
 */
export function stepDecay(start: number, factor: number, every: number): Schedule {
  checkRates("stepDecay", { start, factor });
  checkSteps("stepDecay", every);
  return (step) => start * factor ** Math.floor(step / every);
}

/**
 * Rises in proportion from `1/steps` of the first rate of `after` to all of it, then follows `after` from its step 0.
 *
 * `rate(t) = after(0) · (t + 1) / steps` for `t < steps`, then `after(t − steps)`
 *
 * @throws RangeError if `steps` is not a whole number from 1
 * @example
 * warmup(1000, cosineDecay(0.004, 0.0004, 20_000))
 */
export function warmup(steps: number, after: Schedule): Schedule {
  checkSteps("warmup", steps);
  return joined((step) => (after(0) * (step + 1)) / steps, steps, after);
}

/**
 * Follows `first` for `steps` steps, then `second` from its step 0.
 *
 * @throws RangeError if `steps` is not a whole number from 1
 * @example
 * joinSchedules(linearDecay(0.1, 0.01, 500), 500, () => 0.01)
 */
export function joinSchedules(first: Schedule, steps: number, second: Schedule): Schedule {
  checkSteps("joinSchedules", steps);
  return joined(first, steps, second);
}

function joined(first: Schedule, steps: number, second: Schedule): Schedule {
  return (step) => (step < steps ? first(step) : second(step - steps));
}

function checkRates(caller: string, rates: Readonly<Record<string, number>>): void {
  for (const [name, rate] of Object.entries(rates)) checkFinite(caller, name, rate);
}

function checkSteps(caller: string, steps: number): void {
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new RangeError(`${caller}: ${shownValue(steps)} steps; it must be a whole number, at least 1`);
  }
}
