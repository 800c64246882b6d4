import { describe, expect, test } from "vitest";
import { oneOf } from "./one-of.js";

describe("oneOf(names)(text)", () => {
  test("reads each of the names", () => {
    expect(["a", "b"].map(oneOf(["a", "b"]))).toEqual(["a", "b"]);
  });

  test("refuses all else, with the names", () => {
    expect(() => oneOf(["cbow", "skip-gram"])("CBOW")).toThrowErrorMatchingInlineSnapshot(
      `[InvalidArgumentError: It must be one of cbow, skip-gram]`,
    );
  });
});
