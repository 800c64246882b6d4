import { describe, expect, test } from "vitest";
import { inFlags } from "./in-flags.js";

describe("inFlags(message)", () => {
  test.each([
    ["was it cut off? { limit: 5 } reads those", "was it cut off? --limit 5 reads those"],
    ['{ duplicates: "skip" } reads the first', "--skip-duplicates reads the first"],
    ['{ format: "glove" } or { format: "tsv" }', "--from glove or --from tsv"],
    ['name one by { tensor: "a \\"b\\"" }', 'name one by --tensor "a \\"b\\""'],
    ['{ unproven: "accept" } reads the rows', "--trust reads the rows"],
    ["{ listHeader: false } reads line 1", "--list-header no reads line 1"],
    ['line 1 is "{ limit: 5, x: 1 }"', 'line 1 is "{ limit: 5, x: 1 }"'],
    ["{ toString: 1 } and {limit: 5}", "{ toString: 1 } and {limit: 5}"],
  ])("of %j", (message, expected) => {
    expect(inFlags(message)).toBe(expected);
  });
});
