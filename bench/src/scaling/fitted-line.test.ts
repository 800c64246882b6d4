import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fittedLine } from "./fitted-line.ts";

describe("fittedLine(points)", () => {
  test("finds the line that points lie on", () => {
    const number = fc.double({ min: 0.1, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2 }), (c, s, xs) => {
        const { constant, slope } = fittedLine(xs.map((x) => [x, c + s * x]));
        for (const x of xs) expect((constant + slope * x) / (c + s * x)).toBeCloseTo(1, 6);
      }),
    );
  });

  test("weighs relative errors: a large cost that is off by as much as a small one changes little", () => {
    const { constant } = fittedLine([
      [0, 10],
      [1, 20],
      [100, 1_020],
    ]);
    expect(constant).toBeCloseTo(10, 1);
  });

  test("has no negative parts: the best line without them", () => {
    expect(
      fittedLine([
        [1, 1],
        [2, 4],
      ]),
    ).toEqual({ constant: 0, slope: expect.closeTo(1.2, 9) });
    expect(
      fittedLine([
        [1, 4],
        [2, 2],
      ]),
    ).toEqual({ constant: expect.closeTo(2.4, 9), slope: 0 });
  });

  test.each([
    [[]],
    [[[1, 2]]],
    [
      [
        [3, 1],
        [3, 2],
      ],
    ],
  ])("refuses %j", (points) => {
    expect(() => fittedLine(points as [number, number][])).toThrow(
      /^fittedLine: \d points at [01] different x; a line needs two$/,
    );
  });
});
