import { chiSquareScore, seeds } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fork } from "./fork.js";
import { type Random, randomFromSeed } from "./random.js";
import { integer, uniform } from "./uniform.js";

const take = (random: Random, count: number): number[] => Array.from({ length: count }, () => uniform(random));

describe("uniform(random)", () => {
  test("gives the same numbers for seed 42 in every version", () => {
    // Computed from Random123's definition in Python, apart from this code; so are those of fork below.
    const expected = [0.8690483965743594, 0.1506324111875399, 0.5203206621592672, 0.24993735448032295];
    expect(take(randomFromSeed(42), 4)).toEqual(expected);
  });

  test("is a pure function of key and counter, up to the largest counter", () => {
    fc.assert(
      fc.property(seeds(), fc.nat(100), (seed, position) => {
        const expected = take(randomFromSeed(seed), position + 1)[position];
        expect(uniform({ ...randomFromSeed(seed), counter: position })).toBe(expected);
      }),
    );
    // As above, in Python: both words of the counter count.
    expect(uniform({ ...randomFromSeed(42), counter: 2 ** 32 + 5 })).toBe(0.05407840739801162);
    expect(uniform({ ...randomFromSeed(42), counter: 2 ** 53 - 2 })).toBe(0.7883527547584025);
  });

  test("branches where the stream is copied", () => {
    const random = randomFromSeed(1);
    take(random, 3);
    const branch = { ...random };
    expect(take(branch, 5)).toEqual(take(random, 5));
  });

  test("is a multiple of 2^−53 in [0, 1)", () => {
    fc.assert(
      fc.property(seeds(), (seed) => {
        const value = uniform(randomFromSeed(seed));
        expect(value >= 0 && value < 1 && Number.isInteger(value * 2 ** 53)).toBe(true);
      }),
    );
  });

  // Positions found by running the generator's bijection backwards.
  test("reaches both ends of its interval", () => {
    expect(uniform({ ...randomFromSeed(0), counter: 2953049694134806 })).toBe(0);
    expect(uniform({ ...randomFromSeed(2), counter: 469632573590535 })).toBe(1 - 2 ** -53);
    expect(integer({ ...randomFromSeed(2), counter: 469632573590535 }, 2 ** 32)).toBe(2 ** 32 - 1);
  });

  // One seed in a million would fail by chance, each.
  test("fills 256 bins evenly by its first eight bits and by its bits 20 to 27", () => {
    const random = randomFromSeed(7);
    const first = new Float64Array(256);
    const lower = new Float64Array(256);
    for (let i = 0; i < 2 ** 18; i++) {
      const value = uniform(random);
      first[Math.floor(value * 256)]++;
      lower[Math.floor(value * 2 ** 27) % 256]++;
    }
    const even = new Float64Array(256).fill(1 / 256);
    expect(chiSquareScore(first, even)).toBeLessThan(4.75);
    expect(chiSquareScore(lower, even)).toBeLessThan(4.75);
  });

  test("fills pairs of successive draws evenly, and those of neighbouring seeds", () => {
    const inTurn = new Float64Array(256);
    const acrossSeeds = new Float64Array(256);
    const random = randomFromSeed(8);
    for (let i = 0; i < 2 ** 16; i++) {
      inTurn[Math.floor(uniform(random) * 16) * 16 + Math.floor(uniform(random) * 16)]++;
      const [a, b] = [randomFromSeed(2 * i), randomFromSeed(2 * i + 1)];
      acrossSeeds[Math.floor(uniform(a) * 16) * 16 + Math.floor(uniform(b) * 16)]++;
    }
    const even = new Float64Array(256).fill(1 / 256);
    expect(chiSquareScore(inTurn, even)).toBeLessThan(4.75);
    expect(chiSquareScore(acrossSeeds, even)).toBeLessThan(4.75);
  });
});

describe("integer(random, n)", () => {
  test("is below n and reaches every number", () => {
    const random = randomFromSeed(3);
    const seen = new Set(Array.from({ length: 200 }, () => integer(random, 5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(integer(random, 1)).toBe(0);
    expect(integer(random, 2 ** 32)).toBeLessThan(2 ** 32);
  });

  test("takes one block", () => {
    const random = randomFromSeed(3);
    integer(random, 10);
    expect(random.counter).toBe(1);
  });

  test("refuses an n that leaves nothing to choose", () => {
    const random = randomFromSeed(3);
    expect(() => integer(random, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: integer: n is 0; it must be a whole number in [1, 2^32]]`,
    );
    expect(() => integer(random, 2.5)).toThrow(RangeError);
    expect(() => integer(random, 2 ** 32 + 1)).toThrow(RangeError);
    expect(() => integer(random, Number.NaN)).toThrow(RangeError);
  });
});

describe("randomFromSeed(seed)", () => {
  test("has another stream for another seed, above 2^32 too", () => {
    const firsts = [0, 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1].map((seed) => uniform(randomFromSeed(seed)));
    expect(new Set(firsts).size).toBe(5);
  });

  test("refuses a seed that is not a whole number in [0, 2^53)", () => {
    expect(() => randomFromSeed(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: randomFromSeed: seed is -1; it must be a whole number in [0, 2^53)]`,
    );
    for (const seed of [0.5, 2 ** 53, Number.NaN]) expect(() => randomFromSeed(seed)).toThrow(RangeError);
  });
});

describe("fork(random, label)", () => {
  const keyOf = (label: string | number): string => fork(randomFromSeed(42), label).key.join();

  test("gives the same streams for seed 42 in every version", () => {
    const random = randomFromSeed(42);
    const streams = ["negatives", "", 0, 2 ** 40].map((label) => uniform(fork(random, label)));
    expect(streams).toEqual([0.13979219117806596, 0.8750404658019489, 0.6147900513822797, 0.14037565044202172]);
  });

  test("does not depend on what the parent has drawn, and leaves it as it is", () => {
    fc.assert(
      fc.property(seeds(), fc.nat(20), fc.string(), (seed, drawn, label) => {
        const fresh = randomFromSeed(seed);
        const used = randomFromSeed(seed);
        take(used, drawn);
        expect(take(fork(used, label), 3)).toEqual(take(fork(fresh, label), 3));
        expect(used).toMatchObject({ key: fresh.key, counter: drawn });
      }),
    );
  });

  test("tells labels apart that look alike", () => {
    const labels = [
      "",
      "\0",
      "\0\0",
      "a",
      "b",
      "ab",
      "ba",
      "aaaa",
      "aaaab",
      "abcd",
      "abcde",
      "abcdefgh",
      "1",
      1,
      0,
      2 ** 32,
    ];
    expect(new Set(labels.map(keyOf)).size).toBe(labels.length);
  });

  test("gives 200,000 words 200,000 streams", () => {
    const keys = new Set<string>();
    for (let i = 0; i < 200_000; i++) keys.add(keyOf(`word-${i.toString(36)}`));
    expect(keys.size).toBe(200_000);
  });

  test("is never keyed by a block that the parent draws", () => {
    const parent = randomFromSeed(42);
    for (let position = 0; position < 100; position++) {
      uniform(parent);
      expect(keyOf(position)).not.toBe(parent.block.join());
    }
  });

  test("takes words such as __proto__ as it takes others", () => {
    expect(new Set(["__proto__", "constructor", "hasOwnProperty"].map(keyOf)).size).toBe(3);
  });

  test("refuses a number that is not whole or too large", () => {
    expect(() => fork(randomFromSeed(1), -1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fork: label is -1; a number must be whole and in [0, 2^53)]`,
    );
    expect(() => fork(randomFromSeed(1), 0.5)).toThrow(RangeError);
    expect(() => fork(randomFromSeed(1), 2 ** 53)).toThrow(RangeError);
  });
});
