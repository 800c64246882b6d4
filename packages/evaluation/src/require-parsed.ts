import { givenKind } from "./given-kind.js";

/** @throws TypeError for a test set that has not been parsed */
export function requireParsed(caller: string, testSet: readonly unknown[], parse: string): void {
  if (Array.isArray(testSet)) return;
  throw new TypeError(`${caller}: the test set is ${givenKind(testSet)}; ${parse} makes one of a file's text`);
}
