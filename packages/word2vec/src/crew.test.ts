import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { crew } from "./crew.js";
import { settingsOf } from "./options.js";
import { trainingMemory } from "./training-memory.js";

describe("crew(training)", () => {
  test("ends with an error when a thread dies, and does not wait for it", async () => {
    const corpus = corpusFromText("a b c d e f g\n".repeat(1000));
    const settings = settingsOf({ dimension: 16, epochs: 1000, threads: 4 });
    const training = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
    // A table that lies outside the memory: the third thread traps at its first batch, the others wait for it.
    training.threads[2].run.write({ input: 2 ** 31 - 1024 });
    const { advance, dismiss } = await crew(training);
    await expect(advance(100)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (memory access out of bounds); the run is lost. Is there enough memory?]`,
    );
    await expect(advance(1)).rejects.toThrow("a thread has died");
    await dismiss();
  });
});
