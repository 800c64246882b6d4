import { bundledCorpus, type Corpus, corpusFromText, encodeCorpus } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test, vi } from "vitest";
import { settingsOf } from "./arguments/settings-of.js";
import { type MeanLossOptions, meanLoss } from "./mean-loss.js";
import type { Tables } from "./memory/tables.js";
import { trainingMemory } from "./memory/training-memory.js";
import { train } from "./train.js";

const text = bundledCorpus(randomFromSeed(1), { tokens: 20_000 });
const corpus = corpusFromText(text.train);
const heldOut = encodeCorpus(corpusFromText(text.valid), corpus.vocabulary, "drop");
const V = corpus.vocabulary.words.length;

function constant(D: number, value: number): Tables {
  return { input: new Float32Array(V * D).fill(value), output: new Float32Array(V * D).fill(value) };
}

describe("meanLoss(corpus, tables, options)", () => {
  test.each([
    ["cbow", 1],
    ["skip-gram", 10],
  ] as const)("is (1 + K) log 2 for each hidden vector of tables that know nothing: %s", async (model, contexts) => {
    const loss = await meanLoss(heldOut, constant(8, 0), { model, negatives: 3, shrinking: false });
    // Windows at the two ends of the text are shorter.
    expect(loss).toBeCloseTo(4 * Math.log(2) * contexts, model === "cbow" ? 6 : 0);
  });

  test.each([
    [undefined, "undefined"],
    [{}, "an object"],
    [new Float32Array(4), "a Float32Array"],
  ])("refuses tables that are none: %j", async (tables, kind) => {
    await expect(meanLoss(heldOut, tables as unknown as Tables)).rejects.toThrow(
      new TypeError(`meanLoss: the tables are ${kind}; they are { input, output }, which tables() of onEpoch makes`),
    );
  });

  test("is that of equal scores for equal rows", async () => {
    // Every score is D · 0.5² = 1: softplus(−1) for the target, softplus(1) for each of five negatives.
    const expected = Math.log1p(Math.exp(-1)) + 5 * Math.log1p(Math.E);
    expect(await meanLoss(heldOut, constant(4, 0.5))).toBeCloseTo(expected, 5);
  });

  test("falls with training, is the same at each call, and leaves the tables alone", async () => {
    const losses: number[] = [];
    const { vectors, outputVectors } = await train(corpus, {
      ...{ dimension: 20, epochs: 4, subsample: 0 },
      onEpoch: async ({ tables }) => void losses.push(await meanLoss(heldOut, tables())),
    });
    expect(losses).toHaveLength(4);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    const tables = { input: vectors.data, output: outputVectors };
    const before = { input: tables.input.slice(), output: tables.output.slice() };
    expect(await meanLoss(heldOut, tables)).toBe(losses[3]);
    expect(await meanLoss(heldOut, tables)).toBe(losses[3]);
    expect(tables).toEqual(before);
  });

  test("thins as in training: by the frequencies of the text that was trained on", async () => {
    const { vectors, outputVectors } = await train(corpus, { dimension: 20, epochs: 4 });
    const tables = { input: vectors.data, output: outputVectors };
    const [thinned, whole] = [await meanLoss(heldOut, tables), await meanLoss(heldOut, tables, { subsample: 0 })];
    expect(thinned).not.toBeCloseTo(whole, 1);
    // A tenth of the text has the same shares of frequent words, so that thinned alike it has about the same loss.
    const tenth = { ...heldOut, ids: heldOut.ids.slice(0, heldOut.ids.length / 10) };
    expect(Math.abs((await meanLoss(tenth, tables)) - thinned)).toBeLessThan(0.5 * Math.abs(thinned - whole));
  });

  test("is a number for tables far beyond any that learn, and NaN for those that hold it", async () => {
    expect(await meanLoss(heldOut, constant(4, 1000))).toBeGreaterThan(1e6);
    expect(await meanLoss(heldOut, constant(4, Number.NaN))).toBeNaN();
  });

  test("refuses tables of another vocabulary, and a text without a target", async () => {
    const failure = (tables: Tables, ids = heldOut.ids) =>
      meanLoss({ ...heldOut, ids }, tables).then(String, (error: Error) => error.message.replace(`${V}`, "V"));
    expect(await failure({ input: new Float32Array(7), output: new Float32Array(7) })).toMatchInlineSnapshot(
      `"meanLoss: tables of 7 and 7 numbers are not V rows each; was the corpus encoded with their vocabulary?"`,
    );
    expect(await failure({ ...constant(4, 0), output: new Float32Array(7) })).toContain("and 7 numbers are not");
    expect(await failure({ input: new Float32Array(0), output: new Float32Array(0) })).toMatchInlineSnapshot(
      `"meanLoss: tables of 0 and 0 numbers are not V rows each; was the corpus encoded with their vocabulary?"`,
    );
    expect(await failure(constant(4, 0), Int32Array.of(1))).toMatchInlineSnapshot(
      `"meanLoss: the corpus has 1 tokens; a target and a context are two"`,
    );
  });

  test("names itself, not train, wherever what it shares with train fails", async () => {
    const failure = (text: Corpus, options: MeanLossOptions = {}) =>
      meanLoss(text, constant(4, 0), options).then(String, (error: Error) => error.message);
    expect(await failure(heldOut, { model: "cbov" as "cbow" })).toMatch(/^meanLoss: model is "cbov"/);
    expect(await failure(heldOut, { negatives: 5000 })).toMatch(/^meanLoss: 5000 different negatives/);
    expect(await failure(heldOut, { subsample: 1e-12 })).toMatch(/^meanLoss: epoch 1 has no target with a context/);
    const sampler = unigramSampler(corpus.vocabulary.counts);
    const large = { ...settingsOf({ dimension: 100_000 }, 1000), dimension: 2 ** 40 };
    expect(() => trainingMemory(corpus, sampler, large, { caller: "meanLoss" })).toThrow(
      /^meanLoss: the lanes and buffers of a run of/,
    );
    vi.resetModules();
    vi.spyOn(WebAssembly, "compile").mockRejectedValueOnce(new WebAssembly.CompileError("planted"));
    const { meanLoss: another } = await import("./mean-loss.js");
    await expect(another(heldOut, constant(4, 0))).rejects.toThrow(/^meanLoss: the kernels can't be compiled/);
    vi.restoreAllMocks();
  });
});
