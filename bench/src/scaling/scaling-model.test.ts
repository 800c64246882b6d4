import { describe, expect, test } from "vitest";
import { bestCores, exchangedLines, limitOf, type ScalingModel, wordTime } from "./scaling-model.ts";

const parts: ScalingModel = {
  model: "cbow",
  oneThread: { constant: 50, slope: 3 },
  severalThreads: { constant: 60, slope: 4 },
  batchSize: 64,
  scores: 16,
  barrier: { constant: 64, slope: 128 },
  line: 20,
};

describe("wordTime(parts, cores, dimension)", () => {
  test("on one core is the line of one thread, in whole vectors of four", () => {
    expect(wordTime(parts, 1, 98)).toEqual({ threads: 1, rows: 300, fixed: 50, exchange: 0, barrier: 0, total: 350 });
  });

  test("on two is the larger slice, the other's partial scores, and a barrier for the whole batch", () => {
    // 25 vectors of four: 13 and 12. 16 scores of 4 bytes: one line.
    expect(wordTime(parts, 2, 100)).toEqual({ threads: 2, rows: 208, fixed: 60, exchange: 20, barrier: 5, total: 293 });
  });

  test("takes no more threads than there are vectors", () => {
    expect(wordTime(parts, 64, 8)).toEqual(wordTime(parts, 2, 8));
  });

  test("meets twice where the sums are parted", () => {
    expect(wordTime(parts, 2, 100, "parted")).toMatchObject({ exchange: 20, barrier: 10 });
  });
});

describe("exchangedLines(parts, threads, exchange)", () => {
  test("grows with the threads if all read all, and stays below a bound if the sums are parted", () => {
    expect([4, 8, 64].map((threads) => exchangedLines(parts, threads, "all"))).toEqual([3, 7, 63]);
    expect([4, 8, 64].map((threads) => exchangedLines(parts, threads, "parted"))).toEqual([1.5, 1.75, 1.96875]);
  });
});

describe("limitOf(time)", () => {
  test("names the part that takes longest", () => {
    expect(limitOf({ threads: 2, rows: 1, fixed: 2, exchange: 4, barrier: 3, total: 10 })).toBe("exchange");
  });
});

describe("bestCores(parts, dimension, most, exchange)", () => {
  test("is near the square root of rows by exchange, and more for more dimensions", () => {
    const free = { ...parts, barrier: { constant: 0, slope: 0 } };
    // √(64 · 4 · 800 / (4 · 16 · 20)) = 12.6; whole vectors of four make it 10 to 15.
    expect(Math.abs(bestCores(free, 800, 64, "all") - 12.6)).toBeLessThan(3);
    expect(bestCores(free, 8000, 64, "all")).toBeGreaterThan(30);
  });

  test("is one where threads cost more than they do", () => {
    expect(bestCores({ ...parts, line: 1e6 }, 100, 64, "all")).toBe(1);
  });
});
