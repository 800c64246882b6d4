import { fork, randomFromSeed, uniform } from "@wordloom/random";
import { matrix, type Tensor, zeros } from "@wordloom/tensor";
import { chiSquareScore, seeds } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropout } from "./dropout.js";

const ones = (shape: readonly number[]): Tensor => {
  const tensor = zeros(shape, "f64");
  tensor.data.fill(1);
  return tensor;
};

describe("dropout(rate, random)", () => {
  test("drops the entries whose number is below the rate and scales the others by 1 / (1 − rate), both ways", () => {
    fc.assert(
      fc.property(seeds(), (seed) => {
        const stream = randomFromSeed(seed);
        const mask = [1, 2, 3, 4].map(() => (uniform(stream) < 0.75 ? 0 : 4));
        const { output, backward } = dropout(0.75, randomFromSeed(seed)).forward(matrix([[1, 2], [3, 4]], "f64")); // biome-ignore format: a matrix
        expect([...output.data]).toEqual(mask.map((m, i) => m * (i + 1)));
        expect([...backward(ones([2, 2])).data]).toEqual(mask);
      }),
    );
  });

  test("gives the example of its documentation", () => {
    expect(dropout(0.5, randomFromSeed(1)).forward(matrix([[1, 2, 3, 4]])).output).toEqual(matrix([[2, 0, 0, 8]]));
  });

  test("changes nothing at rate 0", () => {
    const x = matrix([[1, -2, 3]], "f64");
    expect(dropout(0, randomFromSeed(1)).forward(x).output).toEqual(x);
  });

  test("leaves its stream where it is, and has another mask where that is moved or forked", () => {
    const random = randomFromSeed(2);
    const layer = dropout(0.5, random);
    const x = ones([64]);
    const first = layer.forward(x).output;
    expect(random.counter).toBe(0);
    expect(layer.forward(x).output).toEqual(first);
    expect(dropout(0.5, fork(random, 1)).forward(x).output).not.toEqual(first);
    random.counter = 64;
    expect(layer.forward(x).output).not.toEqual(first);
  });

  // One seed in a million would fail by chance.
  test("drops as many as its rate says, and so keeps the mean", () => {
    const { data } = dropout(0.3, randomFromSeed(3)).forward(ones([100_000])).output;
    const dropped = data.filter((y) => y === 0).length;
    expect(chiSquareScore([dropped, 100_000 - dropped], [0.3, 0.7])).toBeLessThan(4.75);
    expect(Array.from(data).reduce((sum, y) => sum + y, 0) / 100_000).toBeCloseTo(1, 2);
  });

  test("refuses a rate that leaves nothing, and a gradient of another shape", () => {
    for (const rate of [Number.NaN, Number.POSITIVE_INFINITY, -1, null, "0.5"] as number[]) {
      const found = typeof rate === "string" ? '"0.5"' : String(rate);
      expect(() => dropout(rate, randomFromSeed(1))).toThrow(`dropout: rate is ${found}; it must be in [0, 1)`);
    }
    expect(() => dropout(1, randomFromSeed(1))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dropout: rate is 1; it must be in [0, 1)]`,
    );
    expect(() => dropout(-0.1, randomFromSeed(1))).toThrow("dropout: rate is -0.1");
    expect(() => dropout(Number.NaN, randomFromSeed(1))).toThrow("dropout: rate is NaN");
    const { backward } = dropout(0.5, randomFromSeed(1)).forward(zeros([2, 3]));
    expect(() => backward(zeros([3, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: dropout: dOutput is [3, 2], expected [2, 3]]`,
    );
  });
});
