import { expect, test } from "vitest";
import { requireParsed } from "./require-parsed.js";

test("requireParsed(caller, testSet, parse, fields) names the entry that no parser makes", () => {
  const required = (testSet: unknown) => () =>
    requireParsed("evaluate", testSet as unknown[], "parse(text)", ["name", "pairs"]);
  const whole = { name: "x", pairs: [] };
  expect(required([])).not.toThrow();
  expect(required([whole])).not.toThrow();
  for (const [wrong, kind] of [
    [["a", "b"], "an array"],
    [{ name: "x" }, "an object"],
    [null, "null"],
  ]) {
    expect(required([whole, wrong])).toThrow(
      `evaluate: entry 1 of the test set is ${kind}; each has name, pairs, as parse(text) makes them of a file's text`,
    );
  }
  expect(required("a b c d")).toThrow("evaluate: the test set is a string; parse(text) makes one of a file's text");
});
