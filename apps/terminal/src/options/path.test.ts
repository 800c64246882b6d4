import { describe, expect, test } from "vitest";
import { path } from "./path.js";

describe("path(text)", () => {
  test("is any text", () => {
    expect(["a/b", "-", ".", " "].map(path)).toEqual(["a/b", "-", ".", " "]);
  });

  test("is not nothing", () => {
    expect(() => path("")).toThrowErrorMatchingInlineSnapshot(
      `[InvalidArgumentError: It must be a path; is a variable of the shell empty?]`,
    );
  });
});
