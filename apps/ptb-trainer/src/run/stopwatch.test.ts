import { afterEach, expect, test, vi } from "vitest";
import { stopwatch } from "./stopwatch.js";

afterEach(() => void vi.useRealTimers());

test("stopwatch() counts seconds, but for the pauses", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { seconds, pause, resume } = stopwatch();
  vi.advanceTimersByTime(2000);
  expect(seconds()).toBe(2);
  pause();
  vi.advanceTimersByTime(10_000);
  expect(seconds()).toBe(2);
  resume();
  vi.advanceTimersByTime(500);
  expect(seconds()).toBe(2.5);
});
