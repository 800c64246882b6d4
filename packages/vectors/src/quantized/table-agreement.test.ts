import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { toInt8 } from "./int8.js";
import { int8Vectors } from "./int8-vectors.js";
import { tableAgreement } from "./table-agreement.js";

const words = ["a", "b", "c", "d"];
// Neighbours, best first: a: b, c, d; b: a, c, d or so; and so on.
const vectors = wordVectors(words, Float32Array.of(1, 0, 0.9, 0.1, 0.5, 0.5, 0, 1));

describe("tableAgreement(vectors, other)", () => {
  test("is whole with itself", () => {
    expect(tableAgreement(vectors, vectors)).toEqual({
      words: 4,
      cosine: { mean: expect.closeTo(1, 15), least: expect.closeTo(1, 15) },
      similarityError: { mean: expect.closeTo(0, 15), most: expect.closeTo(0, 15) },
      overlap: 1,
    });
  });

  test("measures what has changed", () => {
    // d has turned from (0, 1) to (1, 0): its nearest was c and is a; the others keep theirs but b, whose nearest stays a.
    const turned = wordVectors(words, Float32Array.of(1, 0, 0.9, 0.1, 0.5, 0.5, 1, 0));
    const agreement = tableAgreement(vectors, turned, { top: 1 });
    expect(agreement.cosine).toEqual({ mean: expect.closeTo(0.75, 15), least: expect.closeTo(0, 15) });
    // a's nearest is now d instead of b.
    expect(agreement.overlap).toBe(0.5);
    // cos(d, c) has stayed 1/√2, and no other pair of nearest words has d in it.
    expect(agreement.similarityError.most).toBeCloseTo(0, 15);
    expect(tableAgreement(vectors, turned).similarityError.most).toBeCloseTo(1, 15);
  });

  test("looks at words spread over the table", () => {
    expect(tableAgreement(vectors, vectors, { sample: 2 }).words).toBe(2);
    const changed = wordVectors(words, Float32Array.of(1, 0, -0.9, -0.1, 0.5, 0.5, 0, -1));
    // Of a and c, at 0 and 2, both have stayed.
    expect(tableAgreement(vectors, changed, { sample: 2 }).cosine.least).toBeCloseTo(1, 15);
    expect(tableAgreement(vectors, changed).cosine.least).toBeCloseTo(-1, 15);
  });

  test("finds that bytes keep nearly everything", () => {
    const [V, D] = [300, 50];
    const many = wordVectors(
      Array.from({ length: V }, (_, row) => `w${row}`),
      Float32Array.from({ length: V * D }, (_, i) => Math.sin(i * i) + Math.sin(i / D)),
    );
    const { cosine, similarityError, overlap } = tableAgreement(many, int8Vectors(many.words, toInt8(many.data, D)));
    expect(cosine.least).toBeGreaterThan(0.9999);
    expect(similarityError.most).toBeLessThan(0.005);
    expect(overlap).toBeGreaterThan(0.95);
    expect(overlap).toBeLessThan(1);
  });

  test("stands zero vectors and a single word", () => {
    const one = wordVectors(["a"], Float32Array.of(0));
    expect(tableAgreement(one, one)).toEqual({
      words: 1,
      cosine: { mean: 1, least: 1 },
      similarityError: { mean: 0, most: 0 },
      overlap: 1,
    });
  });

  test("refuses tables of other words", () => {
    expect(() => tableAgreement(vectors, wordVectors(["a"], Float32Array.of(1, 2)))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: tableAgreement: 4 words and 1]`,
    );
    expect(() =>
      tableAgreement(vectors, wordVectors(words, Float32Array.of(1, 2, 3, 4))),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: tableAgreement: rows of 2 and of 1 numbers]`);
    expect(() =>
      tableAgreement(vectors, wordVectors(["a", "b", "x", "d"], vectors.data)),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: tableAgreement: row 2 is "c" and "x"]`);
    expect(() => tableAgreement(vectors, vectors, { sample: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: tableAgreement: sample is 0; it must be a whole number, at least 1]`,
    );
  });
});
