import { checkFinite } from "./check-fraction.js";
import { givenKind } from "./given-kind.js";
import type { Schedule } from "./schedule.js";

/** Refuses a learning rate that no step could be taken with; what a schedule gives is for each step to check. */
export function checkRate(caller: string, learningRate: number | Schedule): void {
  if (typeof learningRate === "function") return;
  if (typeof learningRate === "number") {
    checkFinite(caller, "the learning rate", learningRate);
    return;
  }
  const found = typeof learningRate === "string" ? JSON.stringify(learningRate) : givenKind(learningRate);
  throw new TypeError(
    `${caller}: the learning rate is ${found}; it must be a number, or a function from step to number`,
  );
}
