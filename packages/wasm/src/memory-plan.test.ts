import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inLines, memoryPlan, pagesOf, reserve } from "./memory-plan.js";

describe("reserve(plan, bytes)", () => {
  test("begins behind address 0, and each region on a line", () => {
    const plan = memoryPlan();
    expect([reserve(plan, 1), reserve(plan, 64), reserve(plan, 65), reserve(plan, 0)]).toEqual([64, 128, 192, 320]);
    expect(plan.size).toBe(320);
  });

  test("keeps the spare bytes of each region apart from the next", () => {
    const plan = memoryPlan(64);
    expect([reserve(plan, 1), reserve(plan, 64), reserve(plan, 0)]).toEqual([64, 192, 320]);
  });

  test("lets no two regions share a byte, nor a line", () => {
    const sizes = fc.array(fc.nat(1000), { minLength: 1 });
    fc.assert(
      fc.property(sizes, fc.nat(100), (bytes, spare) => {
        const plan = memoryPlan(spare);
        const places = bytes.map((size) => ({ start: reserve(plan, size), size: size + spare }));
        for (const [index, { start, size }] of places.entries()) {
          expect(start % 64).toBe(0);
          const next = places[index + 1]?.start ?? plan.size;
          expect(start + size).toBeLessThanOrEqual(next);
          expect(next - start - size).toBeLessThan(64);
        }
      }),
    );
  });
});

test("bytes are rounded up to lines of 64 and pages of 65,536", () => {
  expect([0, 1, 64, 65].map(inLines)).toEqual([0, 64, 64, 128]);
  expect([0, 1, 65536, 65537, 2 ** 32].map(pagesOf)).toEqual([0, 1, 1, 2, 65536]);
});
