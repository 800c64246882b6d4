import { corpusFromText } from "@wordloom/data";
import { integer, randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { seeds } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { writeTables } from "./table-slices.js";
import { tablesInPlace } from "./tables-in-place.js";
import { trainingMemory } from "./training-memory.js";

describe("tablesInPlace(training, V, D)", () => {
  test("are the tables that were cut into the threads' slices, in the threads' memory", () => {
    const upTo = (max: number) => fc.integer({ min: 2, max });
    fc.assert(
      fc.property(upTo(60), upTo(40), fc.integer({ min: 1, max: 4 }), seeds(), (V, D, threads, seed) => {
        const corpus = corpusFromText(Array.from({ length: V }, (_, word) => `w${word}`).join(" "), {
          lineEnd: "boundary",
        });
        const sampler = unigramSampler(corpus.vocabulary.counts);
        const training = trainingMemory(corpus, sampler, settingsOf({ dimension: D, negatives: 1, threads }));
        const random = randomFromSeed(seed);
        const [input, output] = [0, 1].map(() => Float32Array.from({ length: V * D }, () => integer(random, 2 ** 24)));
        writeTables(training, { input, output }, D);
        const tables = tablesInPlace(training, V, D);
        expect(tables).toEqual({ input, output });
        expect(tables.input.buffer).toBe(training.memory.buffer);
      }),
    );
  });
});
