import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { around, between, fitting, panned, toScreen, type Viewport, zoomed } from "./viewport.js";

const size = { width: 400, height: 300 };
const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const viewport = fc.record({ x: number, y: number, scale: fc.double({ min: 0.1, max: 10, noNaN: true }) });
const pixel = fc.record({
  x: fc.double({ min: 0, max: 400, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
});

describe("fitting(xs, ys, size)", () => {
  test("shows all points, the outermost at the margin", () => {
    const view = fitting([0, 100], [-10, 10], size);
    expect(view).toEqual({ x: 50, y: 0, scale: 3.44 });
    expect(toScreen(view, size, { x: 0, y: 0 })).toEqual({ x: 28, y: 150 });
    expect(toScreen(view, size, { x: 100, y: 0 })).toEqual({ x: 372, y: 150 });
  });

  test.each([
    ["one point", [5], [7], { x: 5, y: 7, scale: 1 }],
    ["no points", [], [], { x: 0, y: 0, scale: 1 }],
    ["points on a line", [0, 10], [3, 3], { x: 5, y: 3, scale: 34.4 }],
  ])("shows %s", (_, xs, ys, view) => {
    expect(fitting(xs, ys, size)).toEqual(view);
  });
});

describe("panned(view, dx, dy)", () => {
  test("moves every point by that many pixels", () => {
    fc.assert(
      fc.property(viewport, number, number, (view, dx, dy) => {
        const before = toScreen(view, size, { x: 3, y: 4 });
        const after = toScreen(panned(view, dx, dy), size, { x: 3, y: 4 });
        expect(after.x - before.x).toBeCloseTo(dx, 6);
        expect(after.y - before.y).toBeCloseTo(dy, 6);
      }),
    );
  });
});

describe("zoomed(view, size, at, factor, whole)", () => {
  const whole: Viewport = { x: 0, y: 0, scale: 1 };

  test("keeps what is under the pixel there", () => {
    fc.assert(
      fc.property(viewport, pixel, fc.double({ min: 0.5, max: 2, noNaN: true }), (view, at, factor) => {
        const under = {
          x: view.x + (at.x - size.width / 2) / view.scale,
          y: view.y + (at.y - size.height / 2) / view.scale,
        };
        const after = toScreen(zoomed(view, size, at, factor, whole), size, under);
        expect(after.x).toBeCloseTo(at.x, 6);
        expect(after.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  test("zooms by the factor, but not without end", () => {
    const middle = { x: 200, y: 150 };
    expect(zoomed(whole, size, middle, 3, whole).scale).toBe(3);
    expect(zoomed(whole, size, middle, 1000, whole).scale).toBe(60);
    expect(zoomed(whole, size, middle, 0.001, whole).scale).toBe(0.5);
  });
});

describe("around(point, neighbours, size, whole)", () => {
  const whole: Viewport = { x: 0, y: 0, scale: 1 };
  const at = { x: 10, y: 10 };

  test("shows half of the neighbours", () => {
    const neighbours = [10, 20, 30, 500].map((dx) => ({ x: at.x + dx, y: at.y }));
    // The third nearest stands 30 away, 42 % of the width of 400 to the right.
    expect(around(at, neighbours, size, whole)).toEqual({ ...at, scale: 5.6 });
  });

  test("keeps to its bounds where neighbours are far, near, in the same place, or none", () => {
    expect(around(at, [{ x: 900, y: 900 }], size, whole).scale).toBe(1.5);
    expect(around(at, [{ x: 11, y: 10 }], size, whole).scale).toBe(10);
    expect(around(at, [at], size, whole).scale).toBe(10);
    expect(around(at, [], size, whole).scale).toBe(1.5);
  });
});

describe("between(from, to, share)", () => {
  test("starts at the one and ends at the other, zooming evenly", () => {
    const [from, to] = [
      { x: 0, y: 10, scale: 1 },
      { x: 4, y: 20, scale: 16 },
    ];
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toEqual(to);
    expect(between(from, to, 0.5)).toEqual({ x: 2, y: 15, scale: 4 });
  });
});
