import { describe, expect, test } from "vitest";
import { barrierCost } from "./barrier-cost.ts";

describe("barrierCost(threads, repeats)", () => {
  test("is more than nothing for two threads, and a line through them", async () => {
    const { meetings, meeting, pieces } = await barrierCost([1, 2], 3);
    expect(meetings.map(({ threads }) => threads)).toEqual([2]);
    expect(meetings[0].nanoseconds).toBeGreaterThan(1);
    expect(meeting).toEqual({ constant: 0, slope: meetings[0].nanoseconds / 2 });
    expect(pieces).toHaveLength(2 * 3);
    expect(Math.min(...pieces)).toBeGreaterThan(0);
  });

  test("needs two threads", async () => {
    await expect(barrierCost([1])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RangeError: barrierCost: a barrier needs two threads, and as many cores]`,
    );
  });
});
