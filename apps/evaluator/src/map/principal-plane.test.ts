import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { principalPlane } from "./principal-plane.js";

/** Up to 12 points of up to 5 whole numbers, so that sums are exact. */
const clouds = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([N, D]) =>
  fc.record({
    D: fc.constant(D),
    points: fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: N * D, maxLength: N * D })
      .map((numbers) => Float64Array.from(numbers)),
  }),
);

const sumOfSquares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

describe("principalPlane(points, D)", () => {
  test("puts points of a line on the first axis, as far apart as they are", () => {
    const { x, y, variance } = principalPlane(Float64Array.of(0, 0, 3, 4, 6, 8), 2);
    expect([...x].map((value) => Number(value.toFixed(9)))).toEqual([-5, 0, 5]);
    for (const value of y) expect(value).toBeCloseTo(0, 9);
    expect(variance).toBeCloseTo(1, 12);
  });

  test("shows of a box its longest sides", () => {
    // ±6 along the second number, ±3 along the third, ±1 along the first.
    const corners = [-1, 1].flatMap((a) => [-6, 6].flatMap((b) => [-3, 3].map((c) => [a, b, c])));
    const { x, y, variance } = principalPlane(Float64Array.from(corners.flat()), 3);
    expect([...x].map(Math.round)).toEqual(corners.map(([, b]) => b));
    expect([...y].map(Math.round)).toEqual(corners.map(([, , c]) => c));
    expect(variance).toBeCloseTo(45 / 46, 12);
  });

  test.each([
    ["one point", Float64Array.of(1, 2, 3), 3],
    ["equal points", Float64Array.of(1, 2, 1, 2), 2],
  ])("puts %s into the middle", (_, points, D) => {
    const { x, y, variance } = principalPlane(points, D);
    expect([...x, ...y].every((value) => value === 0)).toBe(true);
    expect(variance).toBe(1);
  });

  test("shows at least as much of the variance as any two coordinates", () => {
    fc.assert(
      fc.property(clouds, ({ points, D }) => {
        const N = points.length / D;
        const { x, y, variance } = principalPlane(points, D);
        const ofColumn = Array.from({ length: D }, (_, d) => {
          const column = Float64Array.from({ length: N }, (_, n) => points[n * D + d]);
          const mean = column.reduce((sum, value) => sum + value, 0) / N;
          return sumOfSquares(column.map((value) => value - mean));
        }).sort((a, b) => b - a);
        const total = ofColumn.reduce((sum, value) => sum + value, 0);
        const shown = sumOfSquares(x) + sumOfSquares(y);
        expect(shown).toBeGreaterThanOrEqual(ofColumn[0] + (ofColumn[1] ?? 0) - 1e-9);
        expect(shown).toBeLessThanOrEqual(total + 1e-9);
        expect(variance * total).toBeCloseTo(shown, 6);
        expect(sumOfSquares(x)).toBeGreaterThanOrEqual(sumOfSquares(y) - 1e-9);
      }),
    );
  });

  test("does not care where the points are, only how they lie to each other", () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: -100, max: 100 }), ({ points, D }, shift) => {
        const there = principalPlane(
          points.map((value) => value + shift),
          D,
        );
        const here = principalPlane(points, D);
        expect(sumOfSquares(there.x)).toBeCloseTo(sumOfSquares(here.x), 6);
        expect(there.variance).toBeCloseTo(here.variance, 6);
      }),
    );
  });
});
