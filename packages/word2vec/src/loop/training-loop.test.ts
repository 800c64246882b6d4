import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { trainingMemory } from "../memory/training-memory.js";
import { status } from "../wasm/kernels.js";
import { trainingLoop } from "./training-loop.js";

test("trainingLoop(training, executor, settings, options) ends a run whose threads ask for the same ids again", async () => {
  const corpus = corpusFromText("a b c d e f g");
  const settings = settingsOf({ negatives: 2, dimension: 4 }, corpus.ids.length);
  const training = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings, { mostTokens: 2 });
  const positions = [2, 4, 6, 4, 4, 4];
  let rounds = 0;
  const advance = async () => {
    if (rounds === positions.length) throw new Error("nobody has noticed");
    training.round.write({ position: positions[rounds++] });
    return status.outOfIds;
  };
  await expect(
    trainingLoop(training, { advance, callSeconds: 1, close: async () => {} }, settings, {}),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: train: the threads ask again for token 4 of 8, which they were given; that is a defect of @wordloom/word2vec, please report it]`,
  );
  expect(rounds).toBe(5);
});
