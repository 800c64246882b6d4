import { givenKind } from "./given-kind.js";

/**
 * Refuses an argument of a wrong kind, which only a caller without types can give.
 *
 * @param isRight - whether the argument is right
 * @param what - the argument and its verb: `the ids are`
 * @param right - what would be right
 * @throws TypeError if `isRight` is false
 */
export function requireArgument(caller: string, isRight: boolean, what: string, value: unknown, right: string): void {
  if (!isRight) throw new TypeError(`${caller}: ${what} ${givenKind(value)}; ${right}`);
}

/** Finds out whether a value has a length and entries: an array, or a typed array. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
