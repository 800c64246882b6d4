/** @module-tag slow */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childProcess } from "./programs/child-process.ts";
import type { SpeedResult } from "./speed/speed-report.ts";
import type { VectorsResult } from "./vectors/vectors-result.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bench-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** As `pnpm bench` runs it, on the built packages. */
const bench = (...args: string[]) =>
  childProcess(process.execPath, [join(import.meta.dirname, "bench.ts"), ...args], { WORDLOOM_DATA: "" });

describe("bench", () => {
  test("names the benchmarks", async () => {
    const { stdout } = await bench("--help");
    for (const name of ["vocabulary", "speed", "cost", "scaling", "accuracy", "vectors", "phrases", "pages"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name}`, "m"));
    }
  });

  test.each([
    [
      ["weather"],
      'there is no benchmark "weather"; known are vocabulary, speed, cost, scaling, accuracy, merging, vectors, phrases, pages',
    ],
    [["speed", "--models", "glove"], 'there is no "glove"; known are cbow, skip-gram'],
    [["speed", "--programs", "gensim"], 'there is no "gensim"; known are wordloom, layers-adam'],
    [["speed", "--threads", "0"], "argument '0' is invalid. It must be a whole number, from 1 to 64"],
    [["cost", "--rounds", "many"], "argument 'many' is invalid. It must be a whole number"],
    [["vectors", "--reading", "10"], "argument '10' is invalid. It must be a table, words by numbers: 200000x100"],
    [["accuracy", "--rates-true", "0"], "argument '0' is invalid. It must be a number, above 0"],
  ])("refuses %j in one line", async (args, why) => {
    const failure = await bench(...args).then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(failure).toContain("ended with code 2: bench: ");
    expect(failure).toContain(why);
  });

  test("says which file is not there", async () => {
    await expect(bench("speed", "--corpus", "no-such-file")).rejects.toThrow("bench: there is no file no-such-file");
  });

  test("trains the engine and the layers on one file, and prints JSON", async () => {
    const text = join(folder, "text");
    writeFileSync(text, Array.from({ length: 2_000 }, (_, i) => `w${(i * i) % 97}`).join(" "));
    const settings = ["--corpus", text, "--rounds", "1", "--epochs", "2", "--dimension", "10", "--min-count", "1"];
    const { stdout } = await bench("speed", ...settings, "--programs", "wordloom,layers-adam,layers-sgd", "--json");
    const { rows, corpus, skipped }: SpeedResult = JSON.parse(stdout);
    expect(skipped).toEqual({});
    expect(corpus).toMatchObject({
      tokens: 2_000,
      words: new Set(Array.from({ length: 97 }, (_, i) => (i * i) % 97)).size,
    });
    expect(rows.map(({ program, model, threads }) => `${program} ${model} ${threads}`).sort()).toEqual([
      ...["layers-adam cbow 1", "layers-adam skip-gram 1", "layers-sgd cbow 1", "layers-sgd skip-gram 1"],
      ...["wordloom cbow 1", "wordloom cbow 2", "wordloom skip-gram 1", "wordloom skip-gram 2"],
    ]);
    // No least speed is asked for: the machine may be busy.
    for (const { wordsPerSecond } of rows) {
      expect(wordsPerSecond).toBeGreaterThan(0);
      expect(wordsPerSecond).toBeLessThan(Number.POSITIVE_INFINITY);
    }
    const ours = rows.filter(({ program, model }) => program === "wordloom" && model === "cbow");
    expect(new Set(ours.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  test("reads, asks and indexes small tables, and prints JSON, whether gensim is there or not", {
    timeout: 600_000,
  }, async () => {
    const tables = ["--reading", "300x5", "--large", "400x4", "--queries", "1200x8", "--index", "500x8"];
    const { stdout } = await bench("vectors", ...tables, "--forms", "binary,text.gz", "--rounds", "1", "--json");
    const { reading, queries, index }: VectorsResult = JSON.parse(stdout);
    const ours = <Row extends { readonly program: string }>(rows: readonly Row[] = []) =>
      rows.filter(({ program }) => program === "wordloom");
    expect(ours(reading?.rows).map(({ form, V }) => `${form} ${V}`)).toEqual([
      ...["binary 300", "text.gz 300", "binary 400"],
    ]);
    for (const { seconds, bytes } of reading?.rows ?? []) {
      expect(seconds).toHaveLength(1);
      expect(bytes).toBeGreaterThan(300 * 5 * 3);
    }
    const [asked] = ours(queries?.rows).slice(-1);
    expect([asked.V, asked.single.length, Object.keys(asked.batches)]).toEqual([1200, 1, ["scan"]]);
    // Whoever else was asked gave the same answers.
    expect(queries?.rows.every(({ agreement = 0 }) => agreement > 0.98)).toBe(true);
    const [built] = index?.rows.slice(-1) ?? [];
    expect([built?.V, built?.searches.length]).toEqual([500, 6]);
    expect(built?.searches.every(({ recall }) => recall > 0.9 && recall <= 1)).toBe(true);
  });
});
