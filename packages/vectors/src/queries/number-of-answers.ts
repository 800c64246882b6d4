import { checkWhole } from "../arguments/check-whole.js";

/**
 * How many answers a query is to have: `top`, or 10 if that is not given.
 *
 * @throws RangeError if it is not a whole number of at least 1
 */
export function numberOfAnswers(caller: string, top: number = 10): number {
  checkWhole(caller, "top", top, 1);
  return top;
}
