import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decodeVectors } from "./formats/decode-vectors.js";
import { detectFormat } from "./formats/detect-format.js";
import { encodeVectors } from "./formats/encode-vectors.js";
import { readVectors } from "./node/read-vectors.js";
import { analogy } from "./queries/analogy.js";
import { doesntMatch } from "./queries/doesnt-match.js";
import { mostSimilar } from "./queries/most-similar.js";
import { similarity } from "./queries/similarity.js";
import { decodeWordList } from "./word-lists/decode-word-list.js";
import { encodeMetadata, encodeWordList } from "./word-lists/encode-word-list.js";

// Made by other programs; see fixtures/README.md.
const path = (name: string) => fileURLToPath(new URL(`fixtures/files/${name}`, import.meta.url));
const fixture = (name: string) => readFileSync(path(name));
const floats = (name: string) => new Float32Array(Uint8Array.from(fixture(name)).buffer);
const words = ["the", "king", "queen", "café", "東京", "naïve", "__proto__", "constructor", "a_b", "x"];

describe.each([
  { name: "gensim.bin", list: undefined },
  { name: "gensim.bin.gz", list: undefined },
  { name: "gensim.txt", list: undefined },
  { name: "gensim-no-header.txt", list: undefined },
  { name: "gensim_tensor.tsv", list: undefined },
  { name: "numpy-f4.npy", list: "gensim.vocab" },
  { name: "numpy-f4-big-endian.npy", list: "gensim.vocab" },
  { name: "numpy-f4-columns.npy", list: "gensim.vocab" },
  { name: "numpy-f8.npy", list: "gensim_metadata.tsv" },
  { name: "safetensors-f32.safetensors", list: undefined },
  { name: "safetensors-no-words.safetensors", list: "gensim.vocab" },
])("readVectors($name)", async ({ name, list }) => {
  const vectors = await readVectors(path(name), list === undefined ? {} : { list: path(list) });

  test("has the words and the bits that gensim had", () => {
    expect(vectors.words).toEqual(words);
    expect(new Uint32Array(vectors.data.buffer)).toEqual(new Uint32Array(floats("gensim.f32").buffer));
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

describe.each(["numpy-f2.npy", "numpy-f2-columns-big-endian.npy"])("decodeVectors(%s)", (name) => {
  test("has the numbers that NumPy has", () => {
    const vectors = decodeVectors(fixture(name), { list: { words: words.slice(0, 9) } });
    expect(vectors.data).toEqual(floats("numpy-f2.f32"));
  });
});

describe("decodeVectors(safetensors-….safetensors)", () => {
  test("has the halves that NumPy rounded to", () => {
    const halves = decodeVectors(fixture("safetensors-f16.safetensors"));
    expect(halves.words).toEqual(words.slice(0, 9));
    expect(halves.data).toEqual(floats("numpy-f2.f32"));
  });

  test("has the upper halves of bf16", () => {
    const numbers = floats("gensim.f32");
    const { data, words: read } = decodeVectors(fixture("safetensors-bf16.safetensors"));
    expect(read).toEqual(words);
    // Eight bits of a number are left, fewer of one below 2^-126.
    for (const [i, number] of numbers.entries()) {
      expect(Math.abs(data[i] - number)).toBeLessThanOrEqual(Math.max(2 ** -8 * Math.abs(number), 2 ** -134));
    }
    expect(
      new Uint16Array(Uint32Array.from(new Uint32Array(data.buffer), (bits) => bits & 0xffff)).every(
        (bits) => bits === 0,
      ),
    ).toBe(true);
  });
});

describe("encodeVectors(vectors, format)", () => {
  const { counts } = decodeWordList(fixture("gensim.vocab"));
  const vectors = { ...decodeVectors(fixture("gensim.bin")), ...(counts === undefined ? {} : { counts }) };

  test("rounds to the halves that NumPy rounds to", () => {
    const nine = decodeVectors(fixture("gensim.bin"), { limit: 9 });
    const file = encodeVectors(nine, "npy", { numbers: "f16" });
    // NumPy writes this one as version 3, whose header is otherwise the same.
    expect(Buffer.from(file.slice(128))).toEqual(fixture("numpy-f2.npy").subarray(128));
  });

  test("writes the very bytes that NumPy and gensim write", () => {
    expect(Buffer.from(encodeVectors(vectors, "npy"))).toEqual(fixture("numpy-f4.npy"));
    expect(Buffer.from(encodeWordList(vectors))).toEqual(fixture("gensim.vocab"));
    expect(Buffer.from(encodeMetadata({ words }))).toEqual(fixture("gensim_metadata.tsv"));
  });
});

describe.each(["word2vec-c.bin", "word2vec-c.txt"])("decodeVectors(%s)", (name) => {
  test("has the words and numbers that word2vec.c would have written", () => {
    expect(detectFormat(fixture(name))).toBe(name.endsWith("bin") ? "binary" : "text");
    const vectors = decodeVectors(fixture(name));
    expect(vectors.words).toEqual(["</s>", "the", "caf\udce9", "\udce6\udc9d"]);
    const third = name === "word2vec-c.txt" ? 0.333333 : 1 / 3;
    const thirds = name === "word2vec-c.txt" ? -0.666667 : -2 / 3;
    expect(vectors.data).toEqual(Float32Array.of(0.5, -0.25, 0.125, third, thirds, 1e-3, 1, 2, 3, -1, 0, 7.5));
  });
});

describe("decodeVectors(fasttext.vec)", () => {
  const file = fixture("fasttext.vec");
  const vectors = decodeVectors(file);

  test("has the words and numbers of its lines", () => {
    expect(detectFormat(file)).toBe("text");
    const expected = ["the", "</s>", "king", "and", "queen", "caf\udce9", "naïve", "東京", ".", ",", "a\u00a0b"];
    expect(vectors.words).toEqual(expected);
    const lines = file.toString("latin1").trimEnd().split("\n").slice(1);
    const numbers = lines.flatMap((line) => line.trimEnd().split(" ").slice(1).map(Number));
    expect(vectors.data).toEqual(Float32Array.from(numbers));
    expect(vectors.norms.every((norm) => norm > 0)).toBe(true);
  });
});
