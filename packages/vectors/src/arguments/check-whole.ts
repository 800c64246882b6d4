import { shownValue } from "@wordloom/arguments";

/** @throws RangeError if an option is not a whole number from `least` to `most` */
export function checkWhole(caller: string, name: string, value: number, least: number, most?: number): void {
  if (Number.isSafeInteger(value) && value >= least && (most === undefined || value <= most)) return;
  const range = most === undefined ? `at least ${least}` : `from ${least} to ${most}`;
  throw new RangeError(`${caller}: ${name} is ${shownValue(value)}; it must be a whole number, ${range}`);
}
