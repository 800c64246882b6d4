import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import { workerPool } from "./worker-pool.js";

describe("workerPool(training, prepare)", () => {
  test.each([[[0]], [[2]], [[3]], [[0, 1, 2, 3]]])(
    "rejects when threads %j of four die, and waits for none",
    async (dying) => {
      const training = tiny(4);
      const { advance, close } = await workerPool(training, () => {});
      await advance(3);
      // A stream that lies outside the memory: these threads trap at their next lane, the others wait for them.
      for (const thread of dying) training.threads[thread].run.write({ stream: 2 ** 31 - 1024 });
      await expect(advance(100)).rejects.toThrowErrorMatchingInlineSnapshot(
        `[Error: train: a thread has died (RuntimeError: memory access out of bounds); the run is lost. Is there enough memory?]`,
      );
      await expect(advance(1)).rejects.toThrow("a thread has died");
      await close();
    },
  );

  test("rejects when a thread dies before the first round", async () => {
    const training = tiny(2);
    const [first, second] = training.threads;
    const lost = { ...training, threads: [first, { ...second, address: 2 ** 31 }] };
    await expect(workerPool(lost, () => {})).rejects.toThrow(
      "a thread has died (RuntimeError: memory access out of bounds)",
    );
  });

  test("rejects with the error of what prepares", async () => {
    const prepare = () => {
      throw new Error("no tables");
    };
    await expect(workerPool(tiny(2), prepare)).rejects.toThrow("no tables");
  });
});

function tiny(threads: number): TrainingMemory {
  const corpus = corpusFromText("a b c d e f g\n".repeat(1000));
  const settings = settingsOf({ dimension: 16, epochs: 1000, threads }, corpus.ids.length);
  return trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
}
