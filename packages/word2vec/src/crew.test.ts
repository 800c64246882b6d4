import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { crew } from "./crew.js";
import { settingsOf } from "./options.js";
import { trainingMemory } from "./training-memory.js";

describe("crew(training)", () => {
  test.each([[[0]], [[2]], [[3]], [[0, 1, 2, 3]]])(
    "rejects when threads %j of four die, and waits for none",
    async (dying) => {
      const corpus = corpusFromText("a b c d e f g\n".repeat(1000));
      const settings = settingsOf({ dimension: 16, epochs: 1000, threads: 4 });
      const training = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
      const { advance, dismiss } = await crew(training);
      await advance(3);
      // A table that lies outside the memory: these threads trap at their next batch, the others wait for them.
      for (const thread of dying) training.threads[thread].run.write({ input: 2 ** 31 - 1024 });
      await expect(advance(100)).rejects.toThrowErrorMatchingInlineSnapshot(
        `[Error: train: a thread has died (RuntimeError: memory access out of bounds); the run is lost. Is there enough memory?]`,
      );
      await expect(advance(1)).rejects.toThrow("a thread has died");
      await dismiss();
    },
  );
});
