import { expect, test } from "vitest";
import { checkWhole } from "./check-whole.js";

test.each([
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "Infinity"],
  [-1, "-1"],
  [0, "0"],
  [0.5, "0.5"],
  ["5", '"5"'],
  [null, "null"],
  [8, "8"],
])("checkWhole(caller, name, value, least, most) refuses %j, and says what it is", (value, found) => {
  expect(() => checkWhole("mine", "top", value as number, 1, 7)).toThrow(
    `mine: top is ${found}; it must be a whole number, from 1 to 7`,
  );
  expect(() => checkWhole("mine", "top", 5, 1, 7)).not.toThrow();
});
