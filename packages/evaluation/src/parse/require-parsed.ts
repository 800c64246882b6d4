import { requireArgument } from "@wordloom/arguments";

/** @throws TypeError for a test set that has not been parsed */
export function requireParsed(
  caller: string,
  testSet: readonly unknown[],
  parse: string,
  fields: readonly string[],
): void {
  requireArgument(caller, Array.isArray(testSet), "the test set is", testSet, `${parse} makes one of a file's text`);
  const wrong = testSet.findIndex((part) => fields.some((field) => Object(part)[field] === undefined));
  const right = `each has ${fields.join(", ")}, as ${parse} makes them of a file's text`;
  requireArgument(caller, wrong < 0, `entry ${wrong} of the test set is`, testSet[wrong], right);
}
