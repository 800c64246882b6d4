import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analogy } from "./analogy.js";
import { decodeVectors } from "./decode-vectors.js";
import { detectFormat } from "./detect-format.js";
import { doesntMatch } from "./doesnt-match.js";
import { mostSimilar } from "./most-similar.js";
import { similarity } from "./similarity.js";

// Made by gensim and by the format of word2vec.c; see fixtures/README.md.
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const words = ["the", "king", "queen", "café", "東京", "naïve", "__proto__", "constructor", "a_b", "x"];

describe.each(["gensim.bin", "gensim.txt"])("%s", (name) => {
  const vectors = decodeVectors(fixture(name));

  test("has the words and the bits that gensim had", () => {
    expect(detectFormat(fixture(name))).toBe(name === "gensim.txt" ? "text" : "binary");
    expect(vectors.words).toEqual(words);
    expect(Buffer.from(vectors.data.buffer)).toEqual(fixture("gensim.f32"));
  });

  // gensim computes in f32, so its numbers are good to six digits.
  test("has the neighbours that gensim finds", () => {
    expect(mostSimilar(vectors, "king", { top: 3, restrict: 9 })).toEqual([
      { word: "東京", similarity: expect.closeTo(0.9145898222923279, 6) },
      { word: "a_b", similarity: expect.closeTo(0.8221001029014587, 6) },
      { word: "constructor", similarity: expect.closeTo(0.28475621342658997, 6) },
    ]);
  });

  test("has the analogies, the similarity and the odd one out that gensim finds", () => {
    expect(analogy(vectors, "king", "queen", "café", { top: 3, restrict: 9 })).toEqual([
      { word: "naïve", similarity: expect.closeTo(0.8704485893249512, 6) },
      { word: "__proto__", similarity: expect.closeTo(0.5934396982192993, 6) },
      { word: "the", similarity: expect.closeTo(-0.010784469544887543, 6) },
    ]);
    expect(similarity(vectors, "the", "a_b")).toBeCloseTo(0.1598047, 6);
    expect(doesntMatch(vectors, ["the", "king", "queen", "café"])).toBe("queen");
  });
});

describe.each(["word2vec-c.bin", "word2vec-c.txt"])("%s", (name) => {
  test("has the words and numbers that word2vec.c would have written", () => {
    const vectors = decodeVectors(fixture(name));
    expect(vectors.words).toEqual(["</s>", "the", "caf\udce9", "\udce6\udc9d"]);
    const third = name === "word2vec-c.txt" ? 0.333333 : 1 / 3;
    const thirds = name === "word2vec-c.txt" ? -0.666667 : -2 / 3;
    expect(vectors.data).toEqual(Float32Array.of(0.5, -0.25, 0.125, third, thirds, 1e-3, 1, 2, 3, -1, 0, 7.5));
  });
});
