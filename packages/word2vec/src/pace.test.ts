import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { pace } from "./pace.js";

describe("pace()", () => {
  test("counts seconds, but for those of a wait", async () => {
    const clock = pace();
    await sleep(100);
    await clock.without(() => sleep(1000));
    await sleep(100);
    expect(clock.seconds()).toBeGreaterThan(0.19);
    expect(clock.seconds()).toBeLessThan(1);
  });

  test("leaves out the part of a wait that is no waiting", async () => {
    const clock = pace();
    await clock.without(() => {
      const start = performance.now();
      while (performance.now() - start < 500);
    });
    expect(clock.seconds()).toBeLessThan(0.4);
  });
});
