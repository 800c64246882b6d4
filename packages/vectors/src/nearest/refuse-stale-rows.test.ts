import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approximateIndex } from "../hnsw/approximate-index.js";
import { toInt8 } from "../quantized/int8.js";
import { int8Vectors } from "../quantized/int8-vectors.js";
import { analogy } from "../queries/analogy.js";
import { doesntMatch } from "../queries/doesnt-match.js";
import { mostSimilar, mostSimilarBatch } from "../queries/most-similar.js";
import { mostSimilarCosMul } from "../queries/most-similar-cos-mul.js";
import { similarity } from "../queries/similarity.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { type WordVectors, wordVectors } from "../vectors/word-vectors.js";

// The types of this package know nothing of a browser's or Node's globals.
declare const WebAssembly: {
  readonly Memory: new (pages: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
};

// V · D = 65,536: from here on queries go by codes.
const [V, D] = [1024, 64];
const words = Array.from({ length: V }, (_, row) => `w${row}`);
const numbers = (seed: number) => Float32Array.from({ length: V * D }, (_, i) => Math.sin((i + seed) * (i + 1)));

/** Any change to some rows: another row in their place, other numbers, or the same ones turned round. */
const changes = fc.array(
  fc.record({
    row: fc.nat(V - 1),
    change: fc.oneof(
      fc
        .nat(V - 1)
        .map((from) => (data: Float32Array, row: number) => data.copyWithin(row * D, from * D, from * D + D)),
      fc.integer({ min: 1, max: 99 }).map((seed) => (data: Float32Array, row: number) => {
        data.set(numbers(seed).subarray(0, D), row * D);
      }),
      fc.constant((data: Float32Array, row: number) => data.subarray(row * D, row * D + D).reverse()),
    ),
  }),
  { minLength: 1, maxLength: 20 },
);

/** All that can be asked, each of a word that `changes` may have touched. */
const questions: [string, (vectors: SearchableVectors) => unknown][] = [
  ["mostSimilar", (vectors) => mostSimilar(vectors, "w0")],
  ["mostSimilarBatch", (vectors) => mostSimilarBatch(vectors, ["w0", "w1", "w2"])],
  ["mostSimilarCosMul", (vectors) => mostSimilarCosMul(vectors, { positive: ["w0", "w1"], negative: ["w2"] })],
  ["analogy", (vectors) => analogy(vectors, "w0", "w1", "w2")],
  ["similarity", (vectors) => similarity(vectors, "w0", "w1")],
  ["doesntMatch", (vectors) => doesntMatch(vectors, ["w0", "w1", "w2"])],
];
const message = (act: () => unknown) => {
  try {
    act();
    return "no error";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a table that has changed since it was asked", () => {
  test.each(questions)("has the answers of its numbers in new vectors: %s", (_, ask) => {
    const data = numbers(0);
    ask(wordVectors(words, data));
    fc.assert(
      fc.property(changes, (list) => {
        for (const { row, change } of list) change(data, row);
        expect(ask(wordVectors(words, data))).toEqual(ask(wordVectors(words, data.slice())));
      }),
      { numRuns: 10 },
    );
  });

  test("has the answers of its numbers where it is one byte a number, in shared memory, or in WebAssembly's", () => {
    const { dimension, codes, scales } = toInt8(numbers(0), D);
    const small = () => int8Vectors(words, { dimension, codes, scales });
    mostSimilar(small(), "w0");
    codes.copyWithin(D, 0, D);
    expect(mostSimilar(small(), "w0", { top: 1 })).toEqual([{ word: "w1", similarity: expect.closeTo(1, 12) }]);
    for (const buffer of [new SharedArrayBuffer(4 * V * D), new WebAssembly.Memory({ initial: 4 }).buffer]) {
      const data = new Float32Array(buffer);
      data.set(numbers(0));
      mostSimilar(wordVectors(words, data), "w0");
      data.copyWithin(D, 0, D);
      expect(mostSimilar(wordVectors(words, data), "w0", { top: 1 })).toEqual([
        { word: "w1", similarity: expect.closeTo(1, 12) },
      ]);
    }
  });

  test.each(questions)("is refused where the vectors are the old ones: %s", (_, ask) => {
    const forms: ((vectors: WordVectors) => WordVectors)[] = [
      (it) => it,
      (it) => ({ ...it }),
      (it) => structuredClone(it),
    ];
    for (const form of forms) {
      const vectors = form(wordVectors(words, numbers(0)));
      ask(vectors);
      vectors.data.set(numbers(1));
      expect(message(() => ask(vectors))).toMatch(/^[a-zA-Z]+(: query 0)?: row \d+, "w\d+", is not what it was when /);
    }
  });

  test("is refused, with the row and the way out", () => {
    const vectors = wordVectors(words, numbers(0));
    mostSimilar(vectors, "w0");
    vectors.data.subarray(0, D).reverse();
    expect(message(() => mostSimilar(vectors, "w0"))).toMatchInlineSnapshot(
      `"mostSimilar: row 0, "w0", is not what it was when the vectors were made; where numbers change, make them anew by wordVectors(words, data)"`,
    );
  });

  test("is refused where any one row of a small table has, which no codes stand for", () => {
    const vectors = wordVectors(["a", "b", "c"], Float32Array.of(1, 0, 0, 1, 3, 4));
    vectors.data[5] = -4.1;
    expect(message(() => mostSimilar(vectors, "a"))).toContain(`row 2, "c", is not what it was`);
    const small = int8Vectors(["a", "b", "c"], toInt8(Float32Array.of(1, 0, 0, 1, 3, 4), 2));
    expect(mostSimilar(small, "a")).toHaveLength(2);
    small.codes[2] = 9;
    expect(message(() => mostSimilar(small, "a"))).toContain("make them anew by int8Vectors(words, rows)");
  });

  test("is refused where its memory was transferred, or has grown", () => {
    const vectors = wordVectors(words, numbers(0));
    mostSimilar(vectors, "w0");
    structuredClone(vectors.data, { transfer: [vectors.data.buffer as ArrayBuffer] });
    expect(message(() => mostSimilar(vectors, "w0"))).toMatchInlineSnapshot(
      `"mostSimilar: the table has 0 numbers, not 1024 rows of 64; was its memory transferred, or did it grow?"`,
    );
    const memory = new WebAssembly.Memory({ initial: 4 });
    const grown = wordVectors(
      words,
      new Float32Array(memory.buffer).map((_, i) => Math.sin(i)),
    );
    const inMemory = wordVectors(words, new Float32Array(memory.buffer));
    memory.grow(1);
    expect(mostSimilar(grown, "w0")).toHaveLength(10);
    expect(message(() => mostSimilar(inMemory, "w0"))).toContain("the table has 0 numbers");
  });
});

describe("an index of a table that has changed", () => {
  test("is refused with new vectors of it, at each query", () => {
    const data = numbers(0);
    const index = approximateIndex(wordVectors(words, data));
    expect(mostSimilar(wordVectors(words, data), "w0", { index })).toHaveLength(10);
    data.copyWithin(D, 0, D);
    const changed = wordVectors(words, data);
    for (let i = 0; i < 2; i++) {
      expect(message(() => mostSimilar(changed, "w0", { index }))).toMatch(
        /^mostSimilar: the index is of other vectors/,
      );
    }
    expect(mostSimilar(changed, "w0", { index: approximateIndex(changed), top: 1 })[0].word).toBe("w1");
  });

  test("is refused with the old vectors, which it once fitted", () => {
    const vectors = wordVectors(words, numbers(0));
    const index = approximateIndex(vectors);
    mostSimilar(vectors, "w0", { index });
    vectors.data.set(numbers(1));
    expect(message(() => mostSimilar(vectors, "w0", { index }))).toContain("is not what it was");
    expect(message(() => mostSimilar(vectors, numbers(3).slice(0, D), { index }))).toContain("is not what it was");
  });
});
