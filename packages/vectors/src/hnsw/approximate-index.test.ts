import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainGraph } from "../fixtures/plain-graph.js";
import { searchTable } from "../nearest/search-table.js";
import { toInt8 } from "../quantized/int8.js";
import { int8Vectors } from "../quantized/int8-vectors.js";
import { mostSimilar, mostSimilarBatch } from "../queries/most-similar.js";
import { type WordVectors, wordVectors } from "../vectors/word-vectors.js";
import { type ApproximateIndexOptions, approximateIndex } from "./approximate-index.js";
import { graphOf, indexedCandidates } from "./graph-search.js";
import { decodeIndex, encodeIndex } from "./index-bytes.js";
import type { ApproximateIndex } from "./index-data.js";

/** Numbers from −1 to 1 that look like noise, around one of a few centres. */
function clustered(V: number, D: number, seed = 0): WordVectors {
  const noise = (i: number) => Math.imul(i + 1 + seed, 0x9e3779b1) / 2 ** 31 + (Math.imul(i + seed, i) % 97) / 97;
  return wordVectors(
    Array.from({ length: V }, (_, row) => `w${row}`),
    Float32Array.from({ length: V * D }, (_, i) => noise(i) + 2 * noise((Math.floor(i / D) % 12) * D + (i % D) + 1e6)),
  );
}

/** Links as lists, without what fills them up. */
function linksOf({ size, M, levels, links, upperLinks }: ApproximateIndex): number[][][] {
  let line = 0;
  const list = (rows: Int32Array) => [...rows].filter((row) => row !== -1);
  return Array.from({ length: size }, (_, row) => [
    list(links.subarray(row * 2 * M, (row + 1) * 2 * M)),
    ...Array.from({ length: levels[row] }, () => list(upperLinks.subarray(line * M, ++line * M))),
  ]);
}

describe("approximateIndex(vectors)", () => {
  test("is the graph of the paper, link for link, and finds the same rows in it", () => {
    const small = fc.record({
      V: fc.integer({ min: 1, max: 120 }),
      D: fc.integer({ min: 1, max: 19 }),
      M: fc.integer({ min: 2, max: 5 }),
      efConstruction: fc.integer({ min: 1, max: 20 }),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      ef: fc.integer({ min: 1, max: 130 }),
      zeros: fc.array(fc.nat(119)),
    });
    fc.assert(
      fc.property(small, ({ V, D, M, efConstruction, seed, ef, zeros }) => {
        const { words, data } = clustered(V, D, seed % 1000);
        for (const row of zeros) if (row < V) data.fill(0, row * D, (row + 1) * D);
        const vectors = wordVectors(words, data);
        const index = approximateIndex(vectors, { M, efConstruction, seed });
        const plain = plainGraph(vectors, index.levels, index);
        expect(index.entry).toBe(plain.entry);
        expect(linksOf(index)).toEqual(plain.links);
        // The kernels' query is a row's direction, the plain one's its codes: near rows may change places, but for small ef
        // only; what is compared is the search of a row that is in the graph.
        const table = searchTable(vectors);
        const graph = graphOf("test", index, table);
        const direction = Float64Array.from({ length: D }, (_, d) => toInt8(data, D).codes[d]);
        const length = Math.hypot(...direction);
        if (length === 0) return;
        const query = { direction: direction.map((x) => x / length), excluded: new Set<number>() };
        expect(indexedCandidates(graph, query, Math.max(ef, V))).toEqual(
          plain.search(0, Math.max(ef, V)).sort((a, b) => a - b),
        );
      }),
    );
  });

  test("finds nearly all of what a scan finds", () => {
    const vectors = clustered(4000, 24);
    const index = approximateIndex(vectors);
    const words = vectors.words.filter((_, row) => row % 40 === 0);
    const exact = mostSimilarBatch(vectors, words);
    const found = mostSimilarBatch(vectors, words, { index });
    const hits = found.map((list, i) => {
      const known = new Set(exact[i].map(({ word }) => word));
      return list.filter(({ word }) => known.has(word)).length;
    });
    expect(hits.reduce((sum, n) => sum + n, 0) / (10 * words.length)).toBeGreaterThan(0.99);
  });

  test("finds as many as it is asked for where rows are all the same, or zero", () => {
    const same = wordVectors(
      Array.from({ length: 300 }, (_, row) => `w${row}`),
      new Float32Array(600).fill(1),
    );
    for (const [vectors, similarity] of [
      [same, 1],
      [wordVectors(same.words, new Float32Array(600)), 0],
    ] as const) {
      const index = approximateIndex(vectors);
      const found = mostSimilar(vectors, [1, 1], { index });
      expect(found).toHaveLength(10);
      for (const neighbour of found) expect(neighbour.similarity).toBeCloseTo(similarity, 15);
    }
  });

  test("is the same for the same seed, and another for another", () => {
    const vectors = clustered(200, 6);
    const again = clustered(200, 6);
    expect(approximateIndex(again)).toEqual(approximateIndex(vectors, { seed: 1 }));
    expect(approximateIndex(vectors, { seed: 2 }).levels).not.toEqual(approximateIndex(vectors).levels);
  });

  test("puts a share of 1 / M of each layer's rows on the next", () => {
    const { levels } = approximateIndex(clustered(20_000, 1), { M: 8, efConstruction: 1 });
    const atLeast = [0, 1, 2, 3].map((level) => levels.filter((own) => own >= level).length);
    // Binomial: 2500 ± 47, 312.5 ± 17.5, 39 ± 6; five of these away at most.
    expect(Math.abs(atLeast[1] - 2500)).toBeLessThan(234);
    expect(Math.abs(atLeast[2] - 312.5)).toBeLessThan(88);
    expect(Math.abs(atLeast[3] - 39)).toBeLessThan(31);
  });

  test("says how far it is", () => {
    const seen: number[] = [];
    approximateIndex(clustered(150, 2), { onProgress: (rows) => seen.push(rows) });
    expect(seen).toEqual([64, 128, 150]);
  });

  test("refuses options that make no sense", () => {
    const build = (options: ApproximateIndexOptions) => () => approximateIndex(clustered(3, 2), options);
    expect(build({ M: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: approximateIndex: M is 1; it must be a whole number, from 2 to 256]`,
    );
    expect(build({ efConstruction: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: approximateIndex: efConstruction is 0; it must be a whole number, from 1 to 16384]`,
    );
    expect(build({ seed: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: approximateIndex: seed is -1; it must be a whole number, from 0 to 4294967295]`,
    );
    for (const options of [{ M: 257 }, { efConstruction: 16385 }, { seed: 0.5 }, { seed: 2 ** 32 }]) {
      expect(build(options)).toThrow(RangeError);
    }
  });
});

describe("mostSimilar(vectors, query, { index })", () => {
  const vectors = clustered(500, 8);
  const index = approximateIndex(vectors);

  test("ranks what it finds by the rows themselves, without the words of the query", () => {
    const found = mostSimilar(vectors, { positive: ["w3", "w15"], negative: ["w20"] }, { index, ef: 500 });
    expect(found).toEqual(mostSimilar(vectors, { positive: ["w3", "w15"], negative: ["w20"] }));
  });

  test("keeps as many rows in sight as there are answers, or more", () => {
    expect(mostSimilar(vectors, "w3", { index, top: 400 })).toHaveLength(400);
    expect(mostSimilar(vectors, "w3", { index, ef: 1, top: 1 })).toHaveLength(1);
    expect(() => mostSimilar(vectors, "w3", { index, ef: 9 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: ef is 9; it must be a whole number, from 10 to 16384]`,
    );
    expect(() => mostSimilar(vectors, "w3", { index, ef: 16385 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: ef is 16385; it must be a whole number, from 10 to 16384]`,
    );
  });

  test("takes vectors of one byte a number", () => {
    const small = int8Vectors(vectors.words, toInt8(vectors.data, 8));
    const own = approximateIndex(small);
    expect(mostSimilar(small, "w3", { index: own, ef: 500 })).toEqual(mostSimilar(small, "w3"));
    // The codes are the same, so the index of the one is that of the other.
    expect(mostSimilar(vectors, "w3", { index: own, ef: 500 })).toEqual(mostSimilar(vectors, "w3"));
  });

  test("takes an index that has been sent, and goes on taking the one it had", () => {
    const sent = structuredClone(index);
    expect(mostSimilar(vectors, "w3", { index: sent })).toEqual(mostSimilar(vectors, "w3", { index }));
    expect(mostSimilar(vectors, "w4", { index })).toEqual(mostSimilar(vectors, "w4", { index: sent }));
    expect(mostSimilar(vectors, "w4")).toEqual(mostSimilar(vectors, "w4", { index, ef: 500 }));
  });

  test("refuses the index of another table, one that has been changed, and a restriction", () => {
    expect(() => mostSimilar(clustered(499, 8), "w3", { index })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: the index is of 500 rows of 8 numbers, the vectors are 499 of 8]`,
    );
    expect(() => mostSimilar(clustered(500, 8, 1), "w3", { index })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: the index is of other vectors: their checksum is 2240125492, its own 785259484; build it anew]`,
    );
    expect(() => mostSimilar(vectors, "w3", { index, restrict: 9 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: an index knows no \`restrict\`; leave one of them out]`,
    );
    const changed = { ...index, links: index.links.map((row, i) => (i === 7 ? 500 : row)) };
    expect(() => mostSimilar(vectors, "w3", { index: changed })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: the index is damaged: a link to row 500]`,
    );
  });
});

describe("decodeIndex(bytes)", () => {
  const vectors = clustered(200, 5);
  const index = approximateIndex(vectors, { M: 4, seed: 2 ** 32 - 1 });
  const bytes = encodeIndex(index);

  test("gives back what encodeIndex was given, from any place in memory", () => {
    expect(decodeIndex(bytes)).toEqual(index);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeIndex(shifted.subarray(1))).toEqual(index);
  });

  test("reads an index that searches as the first did", () => {
    const read = decodeIndex(bytes);
    expect(mostSimilar(vectors, "w9", { index: read })).toEqual(mostSimilar(vectors, "w9", { index }));
  });

  test("refuses what is no index, and one that was cut short", () => {
    expect(() => decodeIndex(new Uint8Array(100))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeIndex: these are not the bytes of an index]`,
    );
    expect(() => decodeIndex(bytes.subarray(0, 60))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeIndex: 60 bytes are too few for 200 rows with 8 links; was the file cut short?]`,
    );
    expect(() => decodeIndex(bytes.subarray(0, -1))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeIndex: 7812 bytes; an index of 200 rows has 7813; was the file cut short?]`,
    );
  });

  test("refuses, or reads as a graph that can be searched, whatever damage is done", () => {
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edits, fc.nat(bytes.length), (edits, length) => {
        const damaged = bytes.slice(0, length % 2 === 0 ? length : undefined);
        for (const [at, byte] of edits) if (at < damaged.length) damaged[at] = byte;
        let read: ApproximateIndex;
        try {
          read = decodeIndex(damaged);
        } catch (error) {
          expect((error as Error).message).toMatch(/^decodeIndex: .*$/);
          return;
        }
        // Whatever the links are now, they lead to rows.
        try {
          for (const { word } of mostSimilar(vectors, "w9", { index: read })) expect(vectors.idOf.has(word)).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/^mostSimilar: the index is of /);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
