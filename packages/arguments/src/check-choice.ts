import { shownValue } from "./shown-value.js";

/**
 * Refuses a value that is not one of the choices.
 *
 * @throws RangeError if the value is none of them
 */
export function checkChoice(caller: string, name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    throw new RangeError(`${caller}: ${name} is ${shownValue(value)}; it must be one of ${choices.join(", ")}`);
  }
}
