import { describe, expect, test } from "vitest";
import { cosineDecay, joinSchedules, linearDecay, stepDecay, warmup } from "./schedule.js";

const at = (schedule: (step: number) => number, ...steps: number[]): number[] => steps.map(schedule);

describe("linearDecay(start, end, steps)", () => {
  test("goes straight from start to end, and stays there", () => {
    expect(at(linearDecay(1, 0, 4), 0, 1, 2, 4, 9)).toEqual([1, 0.75, 0.5, 0, 0]);
  });
});

describe("cosineDecay(start, end, steps)", () => {
  test("is half way in the middle, flat at both ends", () => {
    const [first, middle, last, after] = at(cosineDecay(1, 0, 10), 0, 5, 10, 20);
    expect([first, last, after]).toEqual([1, 0, 0]);
    expect(middle).toBeCloseTo(0.5, 15);
    expect(cosineDecay(1, 0, 100)(1)).toBeGreaterThan(0.999);
  });
});

describe("stepDecay(start, factor, every)", () => {
  test("falls by the factor after that many steps, each time", () => {
    expect(at(stepDecay(8, 0.5, 2), 0, 1, 2, 3, 4)).toEqual([8, 8, 4, 4, 2]);
  });
});

describe("warmup(steps, after)", () => {
  test("rises to the first rate of what follows, then follows it", () => {
    expect(at(warmup(4, linearDecay(1, 0, 2)), 0, 1, 3, 4, 5, 6)).toEqual([0.25, 0.5, 1, 1, 0.5, 0]);
  });
});

describe("joinSchedules(first, steps, second)", () => {
  test("follows the first, then the second from its step 0", () => {
    const schedule = joinSchedules(linearDecay(4, 0, 4), 2, stepDecay(8, 0.5, 1));
    expect(at(schedule, 0, 1, 2, 3, 4)).toEqual([4, 3, 8, 4, 2]);
  });
});

describe("a number of steps that makes no sense", () => {
  test("is named", () => {
    expect(() => linearDecay(1, 0, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: linearDecay: 0 steps; it must be a whole number, at least 1]`,
    );
    expect(() => stepDecay(1, 0.5, 1.5)).toThrow("stepDecay: 1.5 steps");
    expect(() => warmup(-1, () => 1)).toThrow("warmup: -1 steps");
    expect(() => cosineDecay(1, 0, Number.NaN)).toThrow("cosineDecay: NaN steps");
  });
});
