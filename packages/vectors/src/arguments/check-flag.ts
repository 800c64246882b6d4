import { shownValue } from "@wordloom/arguments";

/** @throws TypeError if an option is neither true nor false */
export function checkFlag(caller: string, name: string, value: boolean): void {
  if (typeof value !== "boolean")
    throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is true or false`);
}
