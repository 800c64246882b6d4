import { describe, expect, test } from "vitest";
import { nearestPoint } from "./nearest-point.js";

const points = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 4 },
];

describe("nearestPoint(points, pixel, reach)", () => {
  test("is the nearest within reach", () => {
    expect(nearestPoint(points, { x: 9, y: 1 }, 5)).toBe(1);
    expect(nearestPoint(points, { x: 9, y: 3 }, 5)).toBe(2);
    expect(nearestPoint(points, { x: 3, y: 4 }, 5)).toBe(0);
  });

  test("is none beyond it", () => {
    expect(nearestPoint(points, { x: 3, y: 4.1 }, 5)).toBe(-1);
    expect(nearestPoint([], { x: 0, y: 0 }, 5)).toBe(-1);
  });
});
