import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laneDefaults } from "./lane-defaults.js";

describe("laneDefaults(tokens, model)", () => {
  test.each([
    [540, 1, 16, 64],
    [20_000, 1, 64, 64],
    [100_000, 7, 64, 64],
    [929_589, 8, 512, 128],
    [1_700_000, 8, 1024, 128],
    [16_908_366, 8, 4096, 512],
    [Number.POSITIVE_INFINITY, 8, 4096, 512],
  ])("of %i tokens are %i lanes of %i with %i negatives", (tokens, lanes, laneWords, negativePool) => {
    expect(laneDefaults(tokens, "cbow")).toEqual({ lanes, laneWords, negativePool });
  });

  test("are shorter for skip-gram", () => {
    expect(laneDefaults(1e9, "skip-gram")).toEqual({ lanes: 8, laneWords: 1024, negativePool: 256 });
    expect(laneDefaults(929_589, "skip-gram")).toEqual({ lanes: 8, laneWords: 512, negativePool: 128 });
  });

  test("go by what is given: the pool by the length of a lane", () => {
    expect(laneDefaults(1e9, "cbow", { lanes: 3 })).toEqual({ lanes: 3, laneWords: 4096, negativePool: 512 });
    expect(laneDefaults(929_589, "cbow", { lanes: 32 })).toEqual({ lanes: 32, laneWords: 128, negativePool: 64 });
    expect(laneDefaults(929_589, "cbow", { lanes: 1 })).toEqual({ lanes: 1, laneWords: 4096, negativePool: 512 });
    expect(laneDefaults(540, "cbow", { laneWords: 4096 })).toEqual({ lanes: 1, laneWords: 4096, negativePool: 512 });
    expect(laneDefaults(540, "skip-gram", { laneWords: 100 })).toEqual({ lanes: 1, laneWords: 100, negativePool: 64 });
    expect(laneDefaults(1e9, "cbow", { negativePool: 7 })).toEqual({ lanes: 8, laneWords: 4096, negativePool: 7 });
  });

  test("leave 200 rounds to an epoch, unless the text is so short that a lane is the shortest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e9 }), (tokens) => {
        const { lanes, laneWords } = laneDefaults(tokens, "cbow");
        const rounds = tokens / (lanes * laneWords);
        expect(rounds >= 200 || (lanes === 1 && laneWords === 16)).toBe(true);
        expect(lanes * laneWords).toBeLessThanOrEqual(8 * 4096);
      }),
    );
  });
});
