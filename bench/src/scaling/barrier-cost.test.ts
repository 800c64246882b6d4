import { describe, expect, test } from "vitest";
import { barrierCost } from "./barrier-cost.ts";

describe("barrierCost(threads, repeats)", () => {
  test("is more than nothing for two threads, and a line through them", async () => {
    const { measured, barrier, line } = await barrierCost([1, 2], 3);
    expect(measured.map(({ threads }) => threads)).toEqual([2]);
    expect(measured[0].nanoseconds).toBeGreaterThan(1);
    expect(barrier).toEqual({ constant: 0, slope: measured[0].nanoseconds / 2 });
    expect(line).toBeGreaterThanOrEqual(0);
  });

  test("needs two threads", async () => {
    await expect(barrierCost([1])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RangeError: barrierCost: a barrier needs two threads, and as many cores]`,
    );
  });
});
