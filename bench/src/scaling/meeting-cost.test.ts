import { describe, expect, test } from "vitest";
import { meetingCost } from "./meeting-cost.ts";

describe("meetingCost(threads, repeats)", () => {
  test("is more than nothing for two threads, and a line through them", async () => {
    const { meetings, meeting, line } = await meetingCost([1, 2], 3);
    expect(meetings.map(({ threads }) => threads)).toEqual([2]);
    expect(meetings[0].nanoseconds).toBeGreaterThan(1);
    expect(meeting).toEqual({ constant: 0, slope: meetings[0].nanoseconds / 2 });
    expect(line).toBeGreaterThanOrEqual(0);
  });

  test("needs two threads", async () => {
    await expect(meetingCost([1])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RangeError: meetingCost: a meeting needs two threads, and as many cores]`,
    );
  });
});
