import { checkFinite } from "./check-fraction.js";

/** A learning rate for each step, counted from 0. */
export type Schedule = (step: number) => number;

/**
 * Straight from `start` at step 0 to `end` at step `steps`, then `end`: word2vec's schedule.
 *
 * `rate(t) = start + (end − start) · min(t / steps, 1)`
 */
export function linearDecay(start: number, end: number, steps: number): Schedule {
  checkRates("linearDecay", { start, end });
  checkSteps("linearDecay", steps);
  return (step) => start + (end - start) * Math.min(step / steps, 1);
}

/** Half a cosine from `start` at step 0 to `end` at step `steps`, then `end`. Loshchilov and Hutter 2017, arXiv 1608.03983. */
export function cosineDecay(start: number, end: number, steps: number): Schedule {
  checkRates("cosineDecay", { start, end });
  checkSteps("cosineDecay", steps);
  return (step) => end + ((start - end) * (1 + Math.cos(Math.PI * Math.min(step / steps, 1)))) / 2;
}

/** `start`, multiplied by `factor` after every `every` steps. */
export function stepDecay(start: number, factor: number, every: number): Schedule {
  checkRates("stepDecay", { start, factor });
  checkSteps("stepDecay", every);
  return (step) => start * factor ** Math.floor(step / every);
}

/** Rises in proportion from `1/steps` of the first rate of `after` to all of it, then follows `after` from its step 0. */
export function warmup(steps: number, after: Schedule): Schedule {
  checkSteps("warmup", steps);
  return (step) => (step < steps ? (after(0) * (step + 1)) / steps : after(step - steps));
}

function checkRates(caller: string, rates: Readonly<Record<string, number>>): void {
  for (const [name, rate] of Object.entries(rates)) checkFinite(caller, name, rate);
}

function checkSteps(caller: string, steps: number): void {
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new RangeError(
      `${caller}: ${typeof steps === "string" ? JSON.stringify(steps) : steps} steps; it must be a whole number, at least 1`,
    );
  }
}
