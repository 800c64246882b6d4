import { expect, test } from "vitest";
import { outsideTables } from "./outside-tables.js";

test("outsideTables(caller, V, W, isShared) makes two tables, shared or not", () => {
  for (const isShared of [false, true]) {
    const { input, output } = outsideTables("train", 3, 4, isShared);
    expect([input.length, output.length]).toEqual([12, 12]);
    expect(input.buffer instanceof SharedArrayBuffer).toBe(isShared);
    expect(input.buffer === output.buffer).toBe(false);
  }
});

test("outsideTables(caller, V, W, isShared) refuses more than there is, with its numbers", () => {
  expect(() => outsideTables("train", 2 ** 31, 2 ** 20, false)).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: train: two tables of 2147483648 × 1048576 numbers take 16777216.0 GiB, more than the system has to give: lower dimension, or raise minCount]`,
  );
});
