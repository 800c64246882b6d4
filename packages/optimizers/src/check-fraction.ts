/** Refuses a decay that would grow or freeze what it should forget. */
export function checkFraction(caller: string, name: string, fraction: number): void {
  if (Number.isFinite(fraction) && fraction >= 0 && fraction < 1) return;
  throw new RangeError(`${caller}: ${name} is ${shown(fraction)}; it must be in [0, 1)`);
}

/** Refuses what is no number from 0: it would reach every weight at the first step. */
export function checkFinite(caller: string, name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new RangeError(`${caller}: ${name} is ${shown(value)}; it must be a finite number, at least 0`);
}

/** Text in quotes: `"0.1"`, from a file of settings, is not 0.1. */
function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
