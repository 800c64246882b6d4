import { chiSquareScore, seeds } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { permutation, shuffle } from "./permutation.js";
import { randomFromSeed } from "./random.js";

describe("permutation(random, n)", () => {
  test("gives the same order for seed 42 in every version", () => {
    expect(permutation(randomFromSeed(42), 8)).toEqual(Int32Array.of(5, 4, 0, 2, 7, 3, 1, 6));
  });

  test("holds every number below n once", () => {
    fc.assert(
      fc.property(seeds(), fc.nat(200), (seed, n) => {
        expect(permutation(randomFromSeed(seed), n).sort()).toEqual(Int32Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  // One seed in a million would fail by chance.
  test("gives each of the 24 orders of four numbers as often", () => {
    const random = randomFromSeed(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 48_000; i++) {
      const order = permutation(random, 4).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquareScore([...counts.values()], new Float64Array(24).fill(1 / 24))).toBeLessThan(4.75);
  });

  test("refuses an n that no Int32Array can count", () => {
    expect(() => permutation(randomFromSeed(1), -1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: permutation: n is -1; it must be a whole number in [0, 2^31)]`,
    );
    expect(() => permutation(randomFromSeed(1), 2 ** 31)).toThrow(RangeError);
    expect(() => permutation(randomFromSeed(1), 1.5)).toThrow(RangeError);
  });
});

describe("shuffle(random, entries)", () => {
  test("reorders arrays and typed arrays in place, the same way", () => {
    const words = ["a", "b", "c", "d", "e"];
    const numbers = Uint8Array.of(0, 1, 2, 3, 4);
    expect(shuffle(randomFromSeed(4), words)).toBe(words);
    expect(shuffle(randomFromSeed(4), numbers)).toBe(numbers);
    expect(words.join("")).toBe(Array.from(numbers, (i) => "abcde"[i]).join(""));
    expect(words).not.toEqual(["a", "b", "c", "d", "e"]);
  });

  test("leaves nothing and one entry as they are, without a draw", () => {
    const random = randomFromSeed(4);
    expect(shuffle(random, [])).toEqual([]);
    expect(shuffle(random, ["a"])).toEqual(["a"]);
    expect(random.counter).toBe(0);
  });
});
