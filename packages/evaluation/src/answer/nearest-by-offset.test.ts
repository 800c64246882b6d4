import { type WordVectors, wordVectors } from "@wordloom/vectors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOWHERE, nearestByOffset } from "./nearest-by-offset.js";
import { wordDirections } from "./word-directions.js";

const table = fc.record({
  seed: fc.nat(10_000),
  V: fc.integer({ min: 1, max: 400 }),
  D: fc.integer({ min: 1, max: 7 }),
  candidates: fc.integer({ min: 1, max: 6 }),
  objective: fc.constantFrom("add" as const, "mul" as const),
  epsilon: fc.constantFrom(0.001, 0.01, 0.5),
  above: fc.constantFrom(-Infinity, 0, 0.5),
});

/** Whole numbers, so that cosines of equal directions are equal; some rows of zeros, and rows that come twice. */
function wholeNumbers(seed: number, V: number, D: number): WordVectors {
  const words = Array.from({ length: V }, (_, row) => `w${row}`);
  const data = Float32Array.from({ length: V * D }, (_, i) => Math.round(3 * Math.sin(seed + i * i)));
  for (let row = 5; row < V; row += 17) data.copyWithin(row * D, 0, D);
  return wordVectors(words, data);
}

describe("nearestByOffset(vectors, questions, search)", () => {
  test("finds what looking at every row finds", () => {
    fc.assert(
      fc.property(table, ({ seed, V, D, candidates, objective, epsilon, above }) => {
        const vectors = wholeNumbers(seed, V, D);
        const standsFor = Int32Array.from({ length: V }, (_, row) => (row % 13 === 12 ? row - 12 : row));
        const asked = Array.from({ length: 12 }, (_, q) => [1, 5, 7].map((step) => (seed + q * step) % V));
        const { directions, directionOf } = wordDirections(vectors, asked.flat());
        const questions = asked.map(([a, b, c]) => ({
          from: directionOf(a),
          to: directionOf(b),
          plus: directionOf(c),
          excluded: [a, b, c].map((row) => standsFor[row]),
        }));
        const search = { directions, standsFor, objective, epsilon, above, candidates };
        const found = nearestByOffset(vectors, questions, search);

        const cosine = (x: number, y: number) => {
          const dot = vectors.data
            .subarray(x * D, (x + 1) * D)
            .reduce((sum, number, d) => sum + number * vectors.data[y * D + d], 0);
          return dot / vectors.norms[x] / vectors.norms[y];
        };
        const shifted = (x: number, y: number) => (1 + cosine(x, y)) / 2;
        for (const [q, [a, b, c]] of asked.entries()) {
          const score = (x: number) =>
            objective === "add"
              ? cosine(b, x) - cosine(a, x) + cosine(c, x)
              : (shifted(b, x) * shifted(c, x)) / (shifted(a, x) + epsilon);
          const all = [...vectors.words.keys()]
            .filter((x) => !questions[q].excluded.includes(standsFor[x]) && score(x) > above + 1e-9)
            .sort((x, y) => score(y) - score(x));
          const list = [...found.subarray(q * candidates, (q + 1) * candidates)].filter((row) => row >= 0);
          // Rounding may turn rows round that are equal. The sums of whole numbers are exact, so the two ways to a cosine
          // differ by less than 2e-15 (D ≤ 7); "mul" stretches half of that by no more than 1/epsilon² = 10^6, and a pair
          // of rows by twice as much: 4e-9 at most. Near `above` it is by the score over epsilon, far below 1e-9.
          expect(list.length).toBeGreaterThanOrEqual(Math.min(candidates, all.length));
          for (const [i, row] of list.entries()) {
            expect(questions[q].excluded).not.toContain(standsFor[row]);
            expect(Math.abs(score(row) - score(all[i] ?? row))).toBeLessThan(1e-8);
          }
          expect(new Set(list).size).toBe(list.length);
        }
      }),
    );
  });

  test("puts the first of equal rows first", () => {
    const vectors = wordVectors(["a", "x", "y", "z"], Float32Array.of(1, 0, 3, 4, 6, 8, 3, 4));
    const { directions, directionOf } = wordDirections(vectors, [0]);
    const questions = [{ from: NOWHERE, to: directionOf(0), plus: directionOf(0), excluded: [0] }];
    const standsFor = Int32Array.of(0, 1, 2, 3);
    const search = { directions, standsFor, objective: "add", epsilon: 0, above: -Infinity, candidates: 3 } as const;
    expect(nearestByOffset(vectors, questions, search)).toEqual(Int32Array.of(1, 2, 3));
  });

  test("finds a row of negative score where blocks of rows have no other", () => {
    const words = Array.from({ length: 200 }, (_, row) => `w${row}`);
    const data = new Float32Array(400);
    data.set([1, 0], 0);
    data.set([-1, 0.1], 2 * 150);
    const vectors = wordVectors(words, data);
    const { directions } = wordDirections(vectors, [0]);
    const questions = [{ from: NOWHERE, to: 0, plus: 0, excluded: [0] }];
    const standsFor = Int32Array.from(words.keys());
    const search = { directions, standsFor, objective: "add", epsilon: 0, above: -Infinity, candidates: 1 } as const;
    expect(nearestByOffset(vectors, questions, search)).toEqual(Int32Array.of(150));
  });

  test("goes by a mean way", () => {
    const vectors = wordVectors(["a", "b", "c", "d", "e", "f"], Float32Array.of(2, 0, 0, 3, 1, 0, 0, -1, -5, 0, 3, 4));
    // From a to b and from c to d: half of (−1, 1) + (−1, −1), which is (−1, 0); so from a to nothing, from f to b.
    const ways = [{ from: [0, 2], to: [1, 3] }];
    const { directions, directionOf, firstWay } = wordDirections(vectors, [5], ways);
    expect([...directions.subarray(2 * firstWay, 2 * firstWay + 2)]).toEqual([-1, 0]);
    const questions = [{ from: NOWHERE, to: firstWay, plus: directionOf(5), excluded: [5] }];
    const standsFor = Int32Array.from(vectors.words.keys());
    const search = { directions, standsFor, objective: "add", epsilon: 0, above: -Infinity, candidates: 1 } as const;
    expect(nearestByOffset(vectors, questions, search)).toEqual(Int32Array.of(1));
  });

  test("finds nothing where there is nothing to find", () => {
    const vectors = wordVectors(["a"], Float32Array.of(1, 2));
    const search = {
      standsFor: Int32Array.of(0),
      objective: "add",
      epsilon: 0,
      above: -Infinity,
      candidates: 2,
    } as const;
    const { directions } = wordDirections(vectors, [0]);
    const questions = [{ from: 0, to: 0, plus: 0, excluded: [0] }];
    expect(nearestByOffset(vectors, questions, { ...search, directions })).toEqual(Int32Array.of(-1, -1));
    expect(nearestByOffset(vectors, [], { ...search, directions })).toEqual(new Int32Array(0));
  });
});
