/**
 * Refuses options of a function that has none: they would change nothing and pass in silence.
 *
 * @throws TypeError
 */
export function refuseOptions(caller: string, options: object, instead: string): void {
  const [name] = Object.keys(Object(options));
  if (name === undefined) return;
  throw new TypeError(`${caller}: there is no option ${JSON.stringify(name)}; ${instead}`);
}
