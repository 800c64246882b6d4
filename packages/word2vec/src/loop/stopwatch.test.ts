import { afterEach, describe, expect, test, vi } from "vitest";
import { stopwatch } from "./stopwatch.js";

/** A clock that stands until it is set, in milliseconds. */
function standingClock(): { at: number } {
  const clock = { at: 5000 };
  vi.spyOn(performance, "now").mockImplementation(() => clock.at);
  return clock;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("stopwatch()", () => {
  test("counts seconds, but for those of a wait", async () => {
    const clock = standingClock();
    const { seconds, pauseFor } = stopwatch();
    expect(seconds()).toBe(0);
    clock.at += 100;
    expect(seconds()).toBe(0.1);
    await pauseFor(async () => {
      clock.at += 300;
      await null;
      clock.at += 700;
    });
    expect(seconds()).toBe(0.1);
    clock.at += 400;
    expect(seconds()).toBe(0.5);
  });

  test("leaves out the part of a wait that is no waiting", async () => {
    const clock = standingClock();
    const { seconds, pauseFor } = stopwatch();
    await pauseFor(() => {
      clock.at += 500;
    });
    expect(seconds()).toBe(0);
  });
});
