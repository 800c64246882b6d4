import { describe, expect, test } from "vitest";
import { movingSeconds, roofline, rowBytes, rowsPace } from "./roofline.ts";

const point = (bytes: number, rows: number) => ({ bytes, rows, read: 0, update: 0 });
const curve = [point(1_000, 100), point(4_000, 50), point(16_000, 10)];

describe("rowsPace(bytes, curve)", () => {
  test("is that of the points, and halfway between them at the geometric mean of their sizes", () => {
    expect([1_000, 4_000, 16_000].map((bytes) => rowsPace(bytes, curve))).toEqual([100, 50, 10]);
    expect(rowsPace(2_000, curve)).toBeCloseTo(75, 9);
  });

  test("stays what it is outside of them", () => {
    expect([1, 1e9].map((bytes) => rowsPace(bytes, curve))).toEqual([100, 10]);
  });
});

describe("movingSeconds(visits, rowBytes, curve)", () => {
  const visits = Float64Array.of(1, 0.5);

  test("moves each row at the speed of the memory that the more visited ones leave", () => {
    // 1,000 and 2,000 bytes: 2 · 1,000 bytes at 100 and, for half the visits, at 75 bytes a second.
    const seconds = movingSeconds({ visits, chances: Float64Array.of(1, 1) }, 1_000, curve);
    expect(seconds).toBeCloseTo(20 + 1_000 / 75, 9);
  });

  test("leaves more room where a lane is not sure to have the rows", () => {
    const seconds = movingSeconds({ visits, chances: Float64Array.of(0.5, 0.5) }, 1_000, curve);
    expect(seconds).toBe(20 + 10);
  });
});

describe("rowBytes(dimension)", () => {
  test("is whole vectors of four", () => {
    expect([100, 98, 3].map(rowBytes)).toEqual([400, 400, 16]);
  });
});

describe("roofline(task, ceilings, measured)", () => {
  test("counts bytes, operations and their nanoseconds", () => {
    const shape = { lanes: 8, laneWords: 10_000, negativePool: 10_000 };
    const task = {
      model: "cbow",
      dimension: 100,
      vocabulary: 10,
      negatives: 5,
      window: 5,
      threads: 1,
      ...shape,
    } as const;
    const ceilings = { threads: 1, rowBytes: 400, operations: 5e9, curve: [point(1e6, 9.6e9)] };
    // 12 rows of a word, and each lane's 20 rows, of all 10 words, for 10,000 words.
    const bytes = 12 * 800 + (20 * 1_600) / 10_000;
    expect(roofline(task, ceilings, 4_000)).toEqual({
      task,
      bytes: expect.closeTo(bytes, 6),
      operations: 5_000,
      memory: expect.closeTo(bytes / 9.6, 6),
      arithmetic: expect.closeTo(1_000, 9),
      measured: 4_000,
    });
  });
});
