import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toInt8 } from "../quantized/int8.js";
import { int8Vectors } from "../quantized/int8-vectors.js";
import { normalised } from "../queries/unit-vector.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { type CodeTable, codeTable, SINGLE_ROWS, writeQuery } from "./code-table.js";
import { cosines } from "./cosines.js";
import { exactSearch, exactSearchBy } from "./exact-search.js";
import { searchFilter } from "./search-filter.js";
import { type SearchTable, searchTable } from "./search-table.js";

/** Rows of all sizes that f32 has, some of them zero, some the same. */
const number = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, -1) },
  { weight: 1, arbitrary: fc.constantFrom(3e38, -1e-38, 1e-45, 2e-44, 1e30) },
);
const tables = fc.record({ V: fc.integer({ min: 1, max: 40 }), D: fc.integer({ min: 1, max: 20 }) }).chain(({ V, D }) =>
  fc
    .record({
      rows: fc.array(fc.array(number, { minLength: D, maxLength: D }), { minLength: V, maxLength: V }),
      copies: fc.array(fc.tuple(fc.nat(V - 1), fc.nat(V - 1)), { maxLength: V }),
      queries: fc.array(fc.array(number, { minLength: D, maxLength: D }), { minLength: 1, maxLength: 10 }),
      filter: fc.option(fc.oneof(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(V + 3)))),
      excluded: fc.array(fc.nat(V - 1), { maxLength: 3 }),
      top: fc.integer({ min: 1, max: 45 }),
      isInt8: fc.boolean(),
    })
    .map(({ rows, copies, queries, filter, excluded, top, isInt8 }) => {
      for (const [to, from] of copies) rows[to] = rows[from];
      const words = rows.map((_, row) => `w${row}`);
      const vectors = wordVectors(words, Float32Array.from(rows.flat()));
      return {
        rows: searchTable(isInt8 ? int8Vectors(words, toInt8(vectors.data, D)) : vectors),
        queries: queries.map((query) => ({ direction: normalised(query), excluded: new Set(excluded) })),
        filter: searchFilter("test", vectors, Array.isArray(filter) ? filter.map((row) => `w${row}`) : (filter ?? V)),
        top,
      };
    }),
);

describe("exactSearchBy(codes, search)", () => {
  test("finds, with the help of codes, what a look at all rows finds, bit for bit", () => {
    fc.assert(
      fc.property(tables, ({ rows, queries, filter, top }) => {
        const plain = exactSearchBy(undefined, { table: rows, queries, filter, top });
        expect(exactSearchBy(kernels(rows), { table: rows, queries, filter, top })).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test("is the start of the rows sorted by cosine, equal ones in their order", () => {
    fc.assert(
      fc.property(tables, ({ rows, queries: [query], filter: { end, isIn }, top }) => {
        const all = Array.from({ length: end }, (_, row) => row).filter(
          (row) => isIn?.[row] !== 0 && !query.excluded.has(row),
        );
        const scores = cosines(rows, query.direction, all);
        const sorted = all
          .map((row, index) => ({ row, score: scores[index] }))
          .sort((a, b) => b.score - a.score || a.row - b.row);
        const filter = { end, count: all.length, ...(isIn === undefined ? {} : { isIn }) };
        expect(exactSearchBy(undefined, { table: rows, queries: [query], filter, top })).toEqual([
          sorted.slice(0, top),
        ]);
      }),
    );
  });

  test("holds over many turns and groups of queries", () => {
    const [V, D, B] = [2 * SINGLE_ROWS + 3, 5, 259];
    const table = searchTable(noisyVectors(V, D));
    const queries = Array.from({ length: B }, (_, b) => ({
      direction: normalised(noise(D, V * D + b * D)),
      excluded: new Set<number>(),
    }));
    const everything = { end: V, count: V };
    const plain = exactSearchBy(undefined, { table, queries, filter: everything, top: 7 });
    const codes = kernels(table);
    expect(exactSearchBy(codes, { table, queries, filter: everything, top: 7 })).toEqual(plain);
    for (const b of [0, 1, B - 1])
      expect(exactSearchBy(codes, { table, queries: [queries[b]], filter: everything, top: 7 })[0]).toEqual(plain[b]);
  });

  test("looks at all rows where too many are as good as the last answer", () => {
    const V = 40_000;
    const vectors = wordVectors(
      Array.from({ length: V }, (_, row) => `w${row}`),
      Float32Array.from({ length: 2 * V }, (_, i) => (i === 2 * V - 1 ? 1 : 1 - (i % 2))),
    );
    const table = searchTable(vectors);
    const query = { direction: Float64Array.of(1, 0), excluded: new Set([1]) };
    expect(exactSearchBy(kernels(table), { table, queries: [query], filter: { end: V, count: V }, top: 3 })).toEqual([
      [0, 2, 3].map((row) => ({ row, score: 1 })),
    ]);
  });
});

describe("exactSearch(search)", () => {
  test.each([1, 3])("takes codes for a large table, for %d queries", (count) => {
    const [V, D] = [20_000, 8];
    const vectors = noisyVectors(V, D);
    const table = searchTable(vectors);
    const queries = Array.from({ length: count }, (_, b) => ({
      direction: normalised(noise(D, b)),
      excluded: new Set([b]),
    }));
    const everything = { end: V, count: V };
    expect(exactSearch({ table, queries, filter: everything, top: 10 })).toEqual(
      exactSearchBy(undefined, { table, queries, filter: everything, top: 10 }),
    );
  });
});

describe("the codes of rows", () => {
  test("bound each cosine: no row's score is off by more than its error and the query's", () => {
    fc.assert(
      fc.property(tables, ({ rows, queries }) => {
        const codes = kernels(rows);
        const V = rows.lengths.length;
        const out = codes.scratch.out;
        for (const { direction } of queries) {
          const queryError = writeQuery(codes, 0, direction);
          codes.kernels.scores(codes.codes, codes.factors, codes.scratch.queries, out, 0, V, rows.dimension);
          const scores = new Float32Array(codes.buffer, out, V);
          const exact = cosines(rows, direction, Array.from(scores.keys()));
          for (const [row, score] of scores.entries()) {
            expect(Math.abs(score - exact[row])).toBeLessThanOrEqual(codes.errorOf[row] + queryError);
          }
        }
      }),
    );
  });

  test("are off by less than a hundredth for ordinary rows", () => {
    const codes = kernels(searchTable(noisyVectors(200, 100)));
    expect(Math.max(...codes.errorOf)).toBeLessThan(0.01);
    expect(Math.min(...codes.errorOf)).toBeGreaterThan(0.001);
  });

  test("are made once for a value, and for each value anew", () => {
    const vectors = noisyVectors(10, 4);
    expect(codeTable(searchTable(vectors))).toBe(codeTable(searchTable(vectors)));
    expect(codeTable(searchTable({ ...vectors }))).not.toBe(codeTable(searchTable(vectors)));
  });
});

function kernels(table: SearchTable): CodeTable {
  const codes = codeTable(table);
  if (codes === undefined) throw new Error("no kernels here");
  return codes;
}

function noisyVectors(V: number, D: number): ReturnType<typeof wordVectors> {
  return wordVectors(
    Array.from({ length: V }, (_, row) => `w${row}`),
    noise(V * D, 0),
  );
}

/** Numbers from −1 to 1 that look like noise. */
function noise(count: number, start: number): Float32Array {
  return Float32Array.from(
    { length: count },
    (_, i) => (Math.imul(start + i + 1, 0x9e3779b1) ^ ((i + start) << 7)) / 2 ** 31,
  );
}
