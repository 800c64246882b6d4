import { givenKind, shownValue } from "@wordloom/arguments";
import type { Schedule } from "../schedules/schedule.js";
import { checkFinite } from "./check-fraction.js";

/**
 * Refuses a learning rate that no step could be taken with. What a schedule gives is for each step to check.
 *
 * @throws TypeError for what is neither a number nor a function
 * @throws RangeError for a number that is not finite, or below 0
 */
export function checkRate(caller: string, learningRate: number | Schedule): void {
  if (typeof learningRate === "function") return;
  if (typeof learningRate === "number") {
    checkFinite(caller, "the learning rate", learningRate);
    return;
  }
  const found = typeof learningRate === "string" ? shownValue(learningRate) : givenKind(learningRate);
  throw new TypeError(
    `${caller}: the learning rate is ${found}; it must be a number, or a function from step to number`,
  );
}
