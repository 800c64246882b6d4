/**
 * Says that a part of a contract does not hold.
 *
 * @throws Error always, with `what` as its message
 */
export function fail(what: string): never {
  throw new Error(what);
}
