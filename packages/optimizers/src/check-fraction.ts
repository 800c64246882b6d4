/** Refuses a decay that would grow or freeze what it should forget. */
export function checkFraction(caller: string, name: string, fraction: number): void {
  if (!(fraction >= 0 && fraction < 1)) {
    throw new RangeError(`${caller}: ${name} is ${fraction}; it must be in [0, 1)`);
  }
}
