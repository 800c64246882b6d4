import { arrayMatchers } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countIds } from "./count-ids.js";
import { unigramSampler } from "./unigram-sampler.js";

expect.extend(arrayMatchers);

describe("unigramSampler(counts, { power })", () => {
  // The numbers that the documents print, to the eight digits they print.
  test.each([
    [[0.7, 0.29, 0.01], 0.75, [0.64196878, 0.33150408, 0.02652714]],
    [[1000, 1010, 10], 0.75, [0.4904092, 0.49408269, 0.0155081]],
    [[1000, 1010, 10], 1, [0.4950495, 0.5, 0.0049505]],
  ])("gives %j to the power of %d the probabilities of the book", (counts, power, expected) => {
    expect(unigramSampler(counts, { power }).probabilities).toBeCloseToArray(expected, 5e-9);
  });

  test("gives the corpus of the book its distribution, with the power of word2vec unless told another", () => {
    const counts = countIds([0, 1, 2, 3, 4, 1, 2, 3, 1, 1, 2], 5);
    const expected = [0.11376918, 0.32178782, 0.25933764, 0.19133618, 0.11376918];
    expect(unigramSampler(counts).probabilities).toBeCloseToArray(expected, 5e-9);
  });

  test("does not depend on the scale of the counts, and sums to 1", () => {
    const counts = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 9 })
      .filter((list) => list.some((count) => count > 0));
    fc.assert(
      fc.property(counts, fc.double({ min: -1, max: 2, noNaN: true }), (list, power) => {
        const { probabilities } = unigramSampler(list, { power });
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        const scaled = unigramSampler(
          list.map((count) => 1000 * count),
          { power },
        );
        expect(scaled.probabilities).toBeCloseToArray(probabilities, 1e-12);
      }),
    );
  });

  test("leaves out words that do not occur, also to the power of 0 and below", () => {
    expect(unigramSampler([5, 0, 2], { power: 0 })).toMatchObject({
      probabilities: Float64Array.of(0.5, 0, 0.5),
      candidates: 2,
    });
    expect(unigramSampler([4, 0, 1], { power: -0.5 }).probabilities).toBeCloseToArray([1 / 3, 0, 2 / 3], 1e-15);
  });

  test("refuses counts that no corpus has", () => {
    expect(() => unigramSampler([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: unigramSampler: count 1 is NaN; counts must be finite numbers from 0]`,
    );
    expect(() => unigramSampler([1, -2])).toThrow(RangeError);
    expect(() => unigramSampler([Number.POSITIVE_INFINITY], { power: 0 })).toThrow("count 0 is Infinity");
    expect(() => unigramSampler([0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: unigramSampler: none of the 2 words occurs; there is none to draw]`,
    );
    expect(() => unigramSampler([])).toThrow(RangeError);
    expect(() => unigramSampler([1, 2], { power: Number.NaN })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: unigramSampler: power is NaN; it must be a finite number]`,
    );
    expect(() => unigramSampler([1, 2], { power: "0.75" as never })).toThrow(
      'power is "0.75"; it must be a finite number',
    );
    expect(() => unigramSampler([1, 2], { power: null as never })).toThrow("power is null; it must be a finite number");
    expect(() => unigramSampler([1e9, 1], { power: 40 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: unigramSampler: counts to the power of 40 sum to Infinity; lower the power]`,
    );
  });
});
