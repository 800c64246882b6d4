import { mostSimilar } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { madeVectors } from "./made-vectors.ts";

describe("madeVectors(size, kind)", () => {
  test("are the same each time, of different words", () => {
    const vectors = madeVectors({ V: 2000, D: 7 }, "noise");
    expect(new Set(vectors.words).size).toBe(2000);
    expect(vectors.words.slice(0, 2)).toEqual(["baaa", "baab"]);
    expect(madeVectors({ V: 2000, D: 7 }, "noise")).toEqual({ ...vectors, idOf: expect.anything() });
  });

  test("of clusters have neighbours, of noise none", () => {
    const nearest = (kind: "clusters" | "noise"): number => {
      const vectors = madeVectors({ V: 1000, D: 100 }, kind);
      return mostSimilar(vectors, vectors.words[3], { top: 10 })[9].similarity;
    };
    // Rows of one centre have half of their variance in common.
    expect(nearest("clusters")).toBeGreaterThan(0.4);
    expect(nearest("noise")).toBeLessThan(0.4);
  });
});
