import { describe, expect, test } from "vitest";
import { inWorkers } from "../machine/in-workers.ts";
import type { BandwidthTask } from "./bandwidth.ts";
import { engineCost } from "./engine-cost.ts";

const program = new URL("bandwidth-worker.ts", import.meta.url);

describe("bandwidth-worker", () => {
  test.each(["read", "update", "rows", "operations"] as const)(
    "measures a speed in each thread, whatever else the machine does: %s",
    async (kind) => {
      const task: BandwidthTask = { kind, bytes: 2 ** 16, rowBytes: 208 };
      const speeds = await inWorkers<BandwidthTask, number>(program, task, 2);
      expect(speeds).toHaveLength(2);
      for (const speed of speeds) {
        expect(speed).toBeGreaterThan(0);
        expect(speed).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    },
  );

  test("ends with an error, not without an end, if a thread dies", async () => {
    const task = { kind: "no such", bytes: 2 ** 16, rowBytes: 208 };
    await expect(inWorkers(program, task, 1)).rejects.toThrow();
  });
});

describe("engineCost(task, milliseconds)", () => {
  test("is nanoseconds and bytes, whatever else the machine does", async () => {
    const shape = { dimension: 8, vocabulary: 100_000, negatives: 2, window: 1, threads: 1 };
    const lanes = { lanes: 2, laneWords: 256, negativePool: 64 };
    const { nanoseconds, bytes } = await engineCost({ model: "cbow", ...shape, ...lanes }, 50);
    // Both tables: 2 · 100,000 · 8 numbers of 4 bytes.
    expect(bytes).toBeGreaterThan(6.4e6);
    expect(bytes).toBeLessThan(500e6);
    expect(nanoseconds).toBeGreaterThan(0);
    expect(nanoseconds).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});
