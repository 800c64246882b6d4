import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { distance } from "./distance.js";

const vectors = wordVectors(["a", "b", "c", "zero"], Float32Array.of(3, 4, 4, 3, -6, -8, 0, 0));

describe("distance(vectors, a, b)", () => {
  test("is 1 less the cosine: 0 for one direction, 2 for opposite ones", () => {
    expect(distance(vectors, "a", "b")).toBeCloseTo(1 / 25, 15);
    expect(distance(vectors, "a", "c")).toBeCloseTo(2, 15);
    expect(distance(vectors, "a", [0.3, 0.4])).toBeCloseTo(0, 15);
    expect(distance(vectors, "a", "zero")).toBe(1);
  });
});
