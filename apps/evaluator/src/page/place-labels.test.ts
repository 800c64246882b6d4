import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabels } from "./place-labels.js";

const size = { width: 300, height: 200 };
const label = (x: number, y: number, width = 40) => ({ at: { x, y }, gap: 5, width });

describe("placeLabels(labels, size)", () => {
  test("puts a label right of its point, or left of it at the right edge", () => {
    expect(placeLabels([label(100, 50), label(280, 100)], size)).toEqual([
      { x: 105, y: 50 },
      { x: 235, y: 100 },
    ]);
  });

  test("gives the first of two that fight for room its way", () => {
    expect(placeLabels([label(100, 50), label(102, 52), label(103, 54)], size)).toEqual([
      { x: 105, y: 50 },
      { x: 57, y: 52 },
      null,
    ]);
  });

  test("leaves out what would stand outside", () => {
    expect(placeLabels([label(-30, 50), label(100, 3), label(100, 199), label(150, 100, 500)], size)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("lets no two labels overlap, and leaves none out that had room", () => {
    const labels = fc.array(
      fc.record({
        at: fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) }),
        gap: fc.constant(5),
        width: fc.integer({ min: 1, max: 120 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(labels, (all) => {
        const placed = placeLabels(all, size).flatMap((place, i) =>
          place ? [{ ...place, width: all[i].width, i }] : [],
        );
        const clash = (a: { x: number; y: number; width: number }, b: { x: number; y: number; width: number }) =>
          a.x < b.x + b.width + 5 && b.x < a.x + a.width + 5 && Math.abs(a.y - b.y) < 16;
        for (const a of placed) for (const b of placed) if (a.i < b.i) expect(clash(a, b)).toBe(false);
        for (const [i, { at, width }] of all.entries()) {
          if (placed.some((one) => one.i === i)) continue;
          const right = { x: at.x + 5, y: at.y, width };
          const outside = right.x + width > 298 || at.y < 8 || at.y > 192;
          expect(outside || placed.some((one) => one.i < i && clash(one, right))).toBe(true);
        }
      }),
    );
  });
});
