import { describe, expect, test } from "vitest";
import type {} from "../vitest.js";
import { arrayMatchers, type NumberArray } from "./array-matchers.js";

expect.extend(arrayMatchers);

const messageOf = (received: unknown, expected: NumberArray, tolerance: number): string => {
  const { pass, message } = arrayMatchers.toBeCloseToArray(received, expected, tolerance);
  return `${pass ? "pass" : "fail"}: ${message()}`;
};

describe("expect(received).toBeCloseToArray(expected, tolerance)", () => {
  test("compares lists, typed arrays, nested lists and tensors with one another", () => {
    const tensor = { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) };
    expect([1, 2]).toBeCloseToArray(Float64Array.of(1, 2), 0);
    expect(tensor).toBeCloseToArray([[1, 2], [3, 4]], 0); // biome-ignore format: a matrix
    expect([Int32Array.of(1, 2), [3, 4]]).toBeCloseToArray(tensor, 0);
    expect([]).toBeCloseToArray(new Float64Array(0), 0);
  });

  test("accepts a difference as large as the tolerance and none larger", () => {
    expect([1]).toBeCloseToArray([1.5], 0.5);
    expect([1]).not.toBeCloseToArray([1.5], 0.499);
  });

  test("names the first entry that is too far and the largest difference", () => {
    const received = { shape: [2, 2], data: Float64Array.of(1, 2, 3.5, 9) };
    expect(messageOf(received, [[1, 2], [3, 4]], 1e-6)).toMatchInlineSnapshot(`"fail: at [1, 0] received 3.5, expected 3 within 0.000001; the largest difference is 5"`); // biome-ignore format: a matrix
  });

  test("tells shapes apart that hold the same numbers", () => {
    expect(messageOf([1, 2, 3, 4], [[1, 2], [3, 4]], 1)).toMatchInlineSnapshot(`"fail: received shape [4], expected [2, 2]"`); // biome-ignore format: a matrix
  });

  test("takes NaN to be close to NaN alone, and an infinity to itself alone", () => {
    const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
    expect([nan, infinity]).toBeCloseToArray([nan, infinity], 0);
    expect([nan]).not.toBeCloseToArray([1], infinity);
    expect([1]).not.toBeCloseToArray([nan], infinity);
    expect([-infinity]).not.toBeCloseToArray([infinity], 1e300);
  });

  test("says why a negated match failed", () => {
    expect(messageOf([1], [1.1], 0.2)).toMatchInlineSnapshot(`"pass: expected an entry that differs by more than 0.2"`);
  });

  test("refuses what holds no numbers", () => {
    expect(() => expect("12").toBeCloseToArray([1, 2], 0)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: toBeCloseToArray: received is "12"; it must be numbers in an array or a tensor]`,
    );
    expect(() => expect([[1], "2"]).toBeCloseToArray([[1], [2]], 0)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: toBeCloseToArray: received is "2"; it must be numbers in an array or a tensor]`,
    );
    expect(() => expect([[1], [2, 3]]).toBeCloseToArray([[1], [2]], 0)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: toBeCloseToArray: row 1 of received has another shape than row 0]`,
    );
  });
});
