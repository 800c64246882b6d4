import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import { instantiateKernels, status } from "../wasm/kernels.js";
import { warmUp } from "./warm-up.js";
import { workerPool } from "./worker-pool.js";

describe("warmUp(settings)", () => {
  test("is a run of any settings, and a long one", async () => {
    const settings = fc.record({
      model: fc.constantFrom("cbow" as const, "skip-gram" as const),
      dimension: fc.integer({ min: 1, max: 400 }),
      window: fc.integer({ min: 1, max: 20 }),
      negatives: fc.integer({ min: 1, max: 100 }),
      batchSize: fc.integer({ min: 1, max: 200 }),
      subsample: fc.constantFrom(0, 1e-12),
      threads: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(settings, async (options) => {
        const training = warmUp(settingsOf({ ...options, maxWords: 1, epochs: 1 }, 1000));
        const { memory, round, threads } = training;
        expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
        const [{ address, run }] = threads;
        expect(threads).toHaveLength(1);
        const { advance } = await instantiateKernels(training);
        expect([status.goingOn, status.epochEnded]).toContain(advance(address, 5));
        expect(round.read("allTargets")).toBeGreaterThan(0);
        expect(run.read("epochs")).toBe(1000);
      }),
      { numRuns: 30 },
    );
  });

  test("goes on while the pool's tables are filled, and no longer", async () => {
    const warmth = warmUp(settingsOf({ dimension: 16 }, 1000));
    const seen = () => warmth.round.read("allTargets");
    const prepare = () => {
      while (seen() === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    };
    const { advance, close } = await workerPool(tiny(), prepare, warmth);
    const atArrival = seen();
    expect(atArrival).toBeGreaterThan(0);
    expect(await advance(10)).toBe(status.goingOn);
    expect(seen()).toBe(atArrival);
    await close();
  });

  test("ends with a pool that comes to nothing", async () => {
    const warmth = warmUp(settingsOf({ dimension: 16 }, 1000));
    const prepare = () => {
      throw new Error("no tables");
    };
    await expect(workerPool(tiny(), prepare, warmth)).rejects.toThrow("no tables");
    const atEnd = warmth.round.read("allTargets");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(warmth.round.read("allTargets")).toBe(atEnd);
  });
});

function tiny(): TrainingMemory {
  const corpus = corpusFromText("a b c d e f g\n".repeat(1000));
  const settings = settingsOf({ dimension: 16, epochs: 1000, threads: 2 }, corpus.ids.length);
  return trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
}
