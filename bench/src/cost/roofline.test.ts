import { describe, expect, test } from "vitest";
import { movingSeconds, roofline, rowBandwidth, sliceBytes } from "./roofline.ts";

const point = (bytes: number, rows: number) => ({ bytes, rows, read: 0, update: 0 });
const curve = [point(1_000, 100), point(4_000, 50), point(16_000, 10)];

describe("rowBandwidth(bytes, curve)", () => {
  test("is that of the points, and halfway between them at the geometric mean of their sizes", () => {
    expect([1_000, 4_000, 16_000].map((bytes) => rowBandwidth(bytes, curve))).toEqual([100, 50, 10]);
    expect(rowBandwidth(2_000, curve)).toBeCloseTo(75, 9);
  });

  test("stays what it is outside of them", () => {
    expect([1, 1e9].map((bytes) => rowBandwidth(bytes, curve))).toEqual([100, 10]);
  });
});

describe("movingSeconds(visits, rowBytes, threads, curve)", () => {
  test("moves each row at the speed of the memory that the more visited ones leave", () => {
    // 1,000 and 2,000 bytes: 2 · 1,000 bytes at 100 and, for half the visits, at 75 bytes a second.
    expect(movingSeconds(Float64Array.of(1, 0.5), 1_000, 1, curve)).toBeCloseTo(20 + 1_000 / 75, 9);
  });

  test("moves the slices of all threads, each of which has its own caches", () => {
    expect(movingSeconds(Float64Array.of(1), 500, 2, curve)).toBe(20);
  });
});

describe("sliceBytes(dimension, threads)", () => {
  test("is whole vectors of four", () => {
    expect([sliceBytes(100, 1), sliceBytes(100, 2), sliceBytes(98, 1), sliceBytes(3, 8)]).toEqual([400, 208, 400, 16]);
  });
});

describe("roofline(task, ceilings, measured)", () => {
  test("counts bytes, operations and their nanoseconds", () => {
    const task = { model: "cbow", dimension: 100, vocabulary: 10, negatives: 5, window: 5, threads: 1 } as const;
    const ceilings = { threads: 1, rowBytes: 400, operations: 5e9, curve: [point(1e6, 9.6e9)] };
    expect(roofline(task, ceilings, 4_000)).toEqual({
      task,
      bytes: 12 * 800,
      operations: 5_000,
      memory: expect.closeTo(1_000, 6),
      arithmetic: expect.closeTo(1_000, 9),
      measured: 4_000,
    });
  });
});
