import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latenessOf, limitOf, type ScalingModel, type ThreadCosts, wordTime } from "./scaling-model.ts";

const model: ScalingModel = {
  model: "cbow",
  laneWords: 100,
  rows: 2,
  costs: [{ dimension: 100, compute: 200, row: 60 }],
};
const shared: ThreadCosts = {
  meeting: { constant: 100, slope: 350 },
  lateness: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5],
  bandwidth: 1e12,
};
const on = (cores: number, lanes = 8) => wordTime(model, shared, { cores, lanes, dimension: 100 });

describe("wordTime(model, shared, run)", () => {
  test("on one core is a lane's words and rows, and nothing for other threads", () => {
    // Two rows of 400 bytes, each read and written twice, at 1,000 bytes a nanosecond.
    const alone = { threads: 1, compute: 200, rows: 120, barriers: 0, waiting: 0, memory: 3.2, total: 320 };
    expect(on(1)).toEqual(alone);
  });

  test("on two is half of it, two meetings of 800 for 800 words, and 5 % of the last of eight lanes", () => {
    expect(on(2)).toEqual({
      threads: 2,
      ...{ compute: 100, rows: 60, barriers: 2, waiting: 2, memory: 3.2, total: 164 },
    });
  });

  test("on five is two lanes of eight for the busiest, and as late as eight", () => {
    expect(on(5)).toMatchObject({ compute: 50, rows: 30, waiting: 8 });
  });

  test("takes no more threads than there are lanes", () => {
    expect(on(64)).toEqual(on(8));
    expect(on(64, 32)).toMatchObject({ threads: 32, compute: 6.25 });
  });

  test("is never less than memory needs", () => {
    const slow = wordTime(model, { ...shared, bandwidth: 1e10 }, { cores: 8, lanes: 8, dimension: 100 });
    expect(slow).toMatchObject({ memory: 320, total: 320 });
    expect(limitOf(slow)).toBe("memory");
  });

  test("refuses dimensions that were not measured", () => {
    expect(() => wordTime(model, shared, { cores: 1, lanes: 8, dimension: 64 })).toThrow(
      "wordTime: there are no costs of D 64",
    );
  });
});

describe("limitOf(time)", () => {
  test("names the part that takes longest", () => {
    expect(limitOf(on(1))).toBe("compute");
    expect(limitOf({ ...on(2), waiting: 101 })).toBe("waiting");
  });
});

describe("latenessOf(values)", () => {
  test("of 1 and 3 by hand: the larger of two is 3 three times in four", () => {
    // (1 + 3 · 3) / 4 = 2.5, beside a mean of 2.
    expect(latenessOf([3, 1]).slice(0, 3)).toEqual([0, 0.25, (1 + 3 * 15) / 16 / 2 - 1]);
  });

  test("grows with the threads, from nothing to the largest value", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const lateness = latenessOf(values);
        expect(lateness[0]).toBeCloseTo(0, 9);
        for (let i = 1; i < lateness.length; i++) expect(lateness[i]).toBeGreaterThanOrEqual(lateness[i - 1] - 1e-9);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(lateness[6]).toBeLessThanOrEqual(Math.max(...values) / mean - 1 + 1e-9);
      }),
    );
  });
});
