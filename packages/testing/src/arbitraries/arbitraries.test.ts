import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchSizes } from "./batch-sizes.js";
import { idsIn } from "./ids-in.js";
import { seeds } from "./seeds.js";
import { shapes } from "./shapes.js";
import { tables, tensors } from "./tables.js";

/** The smallest counterexample that fast-check finds to "there is none". */
function smallest<T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean = () => true): T | undefined {
  return fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { seed: 1, numRuns: 1000 },
  ).counterexample?.[0];
}

const size = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

describe("batchSizes()", () => {
  test("shrinks towards size 1", () => {
    expect(smallest(batchSizes())).toEqual({ V: 1, D: 1, H: 1, B: 1, C: 1, K: 1, T: 1, seed: 0 });
    expect(smallest(batchSizes(), ({ V, D }) => V * D >= 4 && D > 1)).toMatchObject({
      H: 1,
      B: 1,
      C: 1,
      K: 1,
      T: 1,
      seed: 0,
    });
  });

  test("includes size 1 and size 6 for each letter", () => {
    const sample = fc.sample(batchSizes(), { seed: 1, numRuns: 500 });
    for (const letter of ["V", "D", "H", "B", "C", "K", "T"] as const) {
      expect(new Set(sample.map((sizes) => sizes[letter]))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    }
  });
});

describe("idsIn(V, shape)", () => {
  test("fills the shape with ids below V", () => {
    const all = fc.nat(20).chain((last) => idsIn(last + 1, [2, 3]).map((ids) => ({ V: last + 1, ids })));
    fc.assert(
      fc.property(all, ({ V, ids: { shape, data } }) => {
        expect(shape).toEqual([2, 3]);
        expect(data).toHaveLength(6);
        expect(data.every((id) => id >= 0 && id < V)).toBe(true);
      }),
    );
  });

  test("repeats an id in most batches, however large the vocabulary", () => {
    const batches = fc.sample(idsIn(10_000, [8]), { seed: 1, numRuns: 200 });
    const repeated = batches.filter(({ data }) => new Set(data).size < data.length);
    expect(repeated.length).toBeGreaterThan(150);
  });

  test("reaches every id", () => {
    const batches = fc.sample(idsIn(5, [4]), { seed: 1, numRuns: 200 });
    expect(new Set(batches.flatMap(({ data }) => Array.from(data)))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test("shrinks towards 0", () => {
    expect(smallest(idsIn(9, [2]))).toEqual({ shape: [2], data: Int32Array.of(0, 0) });
  });

  test("refuses an empty vocabulary", () => {
    expect(() => idsIn(0, [2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: idsIn: V is 0; there must be at least one word to name]`,
    );
  });
});

describe("seeds()", () => {
  test("are safe whole numbers that shrink towards 0", () => {
    fc.assert(fc.property(seeds(), (seed) => Number.isSafeInteger(seed) && seed >= 0));
    expect(smallest(seeds(), (seed) => seed > 3)).toBe(4);
  });
});

describe("shapes(options)", () => {
  test("keep to their ranks and lengths", () => {
    const options = { minRank: 2, maxRank: 2, minLength: 0, maxLength: 3 };
    fc.assert(
      fc.property(
        shapes(options),
        (shape) => shape.length === 2 && shape.every((length) => length >= 0 && length <= 3),
      ),
    );
  });

  test("shrink towards [1]", () => {
    expect(smallest(shapes())).toEqual([1]);
  });
});

describe("tables() and tensors(shape)", () => {
  test("are filled with moderate numbers that single precision holds exactly", () => {
    fc.assert(
      fc.property(tables(), ({ shape, data }) => {
        expect(shape).toHaveLength(2);
        expect(data).toHaveLength(size(shape));
        expect(data.every((value) => Math.abs(value) <= 4 && Math.fround(value) === value)).toBe(true);
      }),
    );
  });

  test("shrink towards zeros", () => {
    expect(smallest(tables())).toEqual({ shape: [1, 1], data: Float64Array.of(0) });
    expect(smallest(tensors([2]), ({ data }) => data[1] > 1)).toEqual({
      shape: [2],
      data: Float64Array.of(0, 65 / 64),
    });
  });
});
