/** @throws Error that says which part of a contract does not hold */
export function fail(what: string): never {
  throw new Error(what);
}
