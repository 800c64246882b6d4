import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { instantiateKernels, status } from "../wasm/kernels.js";
import { nextChunk } from "./next-chunk.js";
import { readTables, startTables } from "./stored-tables.js";
import { trainingMemory } from "./training-memory.js";

const { vocabulary } = corpusFromText("a b c d e f g h i j");
const TOKENS = 5e9;

/** A corpus beyond 2^32 tokens, whose ids are computed where they are read. */
const ids = {
  length: TOKENS,
  subarray: (start: number, end: number) =>
    Int32Array.from({ length: Math.min(TOKENS, end) - start }, (_, i) => (start + i) % 10),
} as unknown as Int32Array;

test("a run reads a corpus beyond 2^32 tokens where it is", async () => {
  const settings = settingsOf(
    { dimension: 4, lanes: 2, laneWords: 64, window: 2, shrinking: false, subsample: 0, epochs: 1, threads: 1 },
    TOKENS,
  );
  const corpus = { ids, sentenceStarts: Int32Array.of(0), vocabulary };
  const training = trainingMemory(corpus, unigramSampler(vocabulary.counts), settings);
  startTables(training, vocabulary.words.length, 4, 1);
  const kernels = await instantiateKernels(training);
  const [{ address, run }] = training.threads;
  const { buffer } = training.memory;
  const position = 4_999_999_000 - 1000;
  training.round.write({ position, epoch: 0 });
  nextChunk(training);
  expect(kernels.beginLane(address, 1)).toBe(1);
  // The lane begins at 4,999,998,064, whose word is 4; it reads two words before and behind its 64.
  const start = run.read("stream");
  const rows = new Int32Array(buffer, start, run.read("streamLength"));
  expect(rows).toHaveLength(68);
  const before = readTables(training, vocabulary.words.length, 4);
  expect(kernels.advance(address, 1)).toBe(status.goingOn);
  expect(training.round.read("position")).toBe(position + 128);
  expect(training.round.read("allTargets")).toBe(128);
  expect(readTables(training, vocabulary.words.length, 4)).not.toEqual(before);
  // To the end of the epoch, which is a whole number of rounds from here and a part of one.
  while (training.round.read("epoch") === 0) {
    if (kernels.advance(address, 1) === status.outOfIds) nextChunk(training);
  }
  expect(training.round.read("allTargets")).toBe(TOKENS - position);
});
