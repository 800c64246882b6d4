/** @module-tag slow */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeVectors } from "./node/write-vectors.js";
import { mostSimilar } from "./queries/most-similar.js";
import { type WordVectors, wordVectors } from "./vectors/word-vectors.js";

const script = join(import.meta.dirname, "fixtures", "read-by-others.py");

/** The first Python that has gensim: `WORDLOOM_PYTHON`, or that of the PATH, or of the system. */
function pythonWithGensim(): string | undefined {
  const { WORDLOOM_PYTHON: named } = process.env;
  return (named ? [named] : ["python3", "/usr/bin/python3"]).find((command) => {
    try {
      execFileSync(command, [script], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

const python = pythonWithGensim();

/** Words of several scripts and of any bytes, and numbers of all sizes. */
function unusualVectors(): WordVectors {
  const [V, D] = [400, 20];
  const odd = [
    "caf\udce9",
    "\udce6\udc9d",
    "東京",
    "한국어",
    "naïve",
    "__proto__",
    "constructor",
    "a\u00a0b",
    "😀",
    "0.5",
  ];
  const words = Array.from({ length: V }, (_, row) => odd[row] ?? `w${row}`);
  const data = Float32Array.from({ length: V * D }, (_, i) => Math.sin(i * i) * 10 ** ((i % 7) - 3));
  return wordVectors(words, data, { counts: words.map((_, row) => 1000 - row) });
}

describe.skipIf(python === undefined)("a file that writeVectors wrote (needs gensim)", () => {
  const vectors = unusualVectors();
  const bits = (numbers: Float32Array) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "wordloom-outside-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const readByOthers = (path: string, form: string, queries: readonly string[]) => {
    const task = JSON.stringify({ path, form, queries });
    return JSON.parse(execFileSync(python ?? "", [script, task], { encoding: "utf8", maxBuffer: 1 << 26 }));
  };

  test.each([
    { name: "a.bin", form: "binary" },
    { name: "a.bin.gz", form: "binary" },
    { name: "a.txt", form: "text" },
    { name: "a.txt.gz", form: "text" },
    { name: "a.vec", form: "text" },
    { name: "glove.txt", form: "glove" },
    { name: "glove.txt.gz", form: "glove" },
    { name: "b.npy", form: "npy" },
    { name: "c.npy.gz", form: "npy" },
    { name: "vectors.tsv", form: "tsv" },
  ])("is read by gensim or NumPy, $name, with its words, its bits and our neighbours", async ({ name, form }) => {
    const path = join(folder, name);
    await writeVectors(path, vectors, form === "glove" ? { format: "glove" } : {});
    // A surrogate that stands for a byte reaches Python as what it is through JSON.
    const queries = ["caf\udce9", "한국어", "__proto__", "w17"];
    const { words, data, near } = readByOthers(path, form, queries);
    expect(words).toEqual(vectors.words);
    expect(Buffer.compare(Buffer.from(data, "base64"), bits(vectors.data))).toBe(0);
    for (const [i, query] of queries.entries()) {
      const ours = mostSimilar(vectors, query, { top: 10 });
      expect(near[i].map(([word]: [string]) => word)).toEqual(ours.map(({ word }) => word));
      for (const [j, [, cosine]] of near[i].entries()) expect(cosine).toBeCloseTo(ours[j].similarity, 5);
    }
  });

  test("is read by the description of safetensors, with its words and its bits", async () => {
    const path = join(folder, "d.safetensors");
    await writeVectors(path, vectors);
    const { metadata, data } = readByOthers(path, "safetensors", []);
    expect(JSON.parse(metadata.words)).toEqual(vectors.words);
    expect(JSON.parse(metadata.counts)).toEqual(vectors.counts);
    expect(Buffer.compare(Buffer.from(data, "base64"), bits(vectors.data))).toBe(0);
  });
});
