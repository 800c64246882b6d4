import { describe, expect, test } from "vitest";
import { slices, usefulThreads } from "./slices.js";

describe("usefulThreads(D)", () => {
  test.each([1, 3, 4, 5, 8, 12, 16, 30, 100, 1000])("is as many as get a slice of %i dimensions, and no more", (D) => {
    expect(slices(D, usefulThreads(D))).toHaveLength(usefulThreads(D));
    expect(slices(D, 1000)).toHaveLength(usefulThreads(D));
  });
});
