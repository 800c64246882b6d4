import { givenKind } from "./given-kind.js";

/**
 * Refuses an argument that only a caller without types can give.
 *
 * @param what - the argument and its verb: `the ids are`
 * @param right - what would be right
 * @throws TypeError
 */
export function requireArgument(caller: string, isRight: boolean, what: string, value: unknown, right: string): void {
  if (!isRight) throw new TypeError(`${caller}: ${what} ${givenKind(value)}; ${right}`);
}

/** Whether a value has a length and entries: an array, or a typed array. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
