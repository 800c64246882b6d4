import { type Corpus, corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { POINT_ROOM } from "../memory/loss-points.js";
import { startTables } from "../memory/stored-tables.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import type { Word2vecOptions } from "../options.js";
import { instantiateKernels, status } from "../wasm/kernels.js";
import type { Kernels } from "../wasm/kernels.wasm.js";
import { lossCurve } from "./loss-curve.js";
import type { LossPoint } from "./loss-point.js";

describe("lossCurve(training)", () => {
  test("has the mean loss since the point before, after the first round behind each two-hundredth of the words", async () => {
    const { training, advance } = await run({ epochs: 2, ...tiny });
    const curve = lossCurve(training);
    const expected: LossPoint[] = [];
    const [words, sum] = [[0], [0]];
    const step = (2 * corpus.ids.length) / 200;
    const { read } = training.round;
    for (let ended = 0; ended !== status.done; ) {
      ended = advance(1);
      const due = (Math.floor((words.at(-1) ?? 0) / step) + 1) * step;
      words.push(read("allTargets"));
      sum.push(read("lossSum"));
      if (read("allTargets") < due) continue;
      expected.push(pointBetween(words, sum, expected.at(-1)?.words ?? 0));
    }
    curve.read();
    expect(curve.points.map((point) => point.words)).toEqual(expected.map((point) => point.words));
    for (const [i, { loss }] of curve.points.entries()) expect(loss).toBeCloseTo(expected[i].loss, 10);
    expect(curve.points.length).toBeGreaterThan(190);
  });

  test("loses no point, however many rounds there are to a point, if it is read when it says", async () => {
    const sizes = fc.record({
      lanes: fc.integer({ min: 1, max: 4 }),
      laneWords: fc.integer({ min: 16, max: 40 }),
      maxWords: fc.integer({ min: 1, max: 6000 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (options) => {
        const [often, seldom] = [await run({ ...options, epochs: 3 }), await run({ ...options, epochs: 3 })];
        const [byRound, whole] = [lossCurve(often.training), lossCurve(seldom.training)];
        for (let ended = 0; ended !== status.done; byRound.read()) ended = often.advance(1);
        for (let ended = 0; ended !== status.done; whole.read()) ended = seldom.advance(whole.mostRounds);
        expect(byRound.points.length).toBeGreaterThan(0);
        expect(whole.points).toEqual(byRound.points);
      }),
    );
  });

  test("has its next point after the words that it has reached, whatever their quotient is rounded to", async () => {
    // 329,301 is 60 steps of 1,097,670 / 200 words, and their quotient 59.99….
    const step = 1_097_670 / 200;
    const { training, advance } = await run(tiny);
    const { round } = training;
    round.write({ pointStep: step, pointDue: 60 * step, allTargets: 329_301 - 16 });
    advance(1);
    expect(round.read("pointsPassed")).toBe(1);
    expect(round.read("pointDue")).toBeCloseTo(61 * step, 6);
  });

  test("has room for as many points as a run of one point a round may pass between two looks", async () => {
    const { training } = await run({ ...tiny, maxWords: 10 });
    expect(lossCurve(training).mostRounds).toBe(POINT_ROOM - 1);
  });
});

const corpus: Corpus = corpusFromText("the old man and the sea is a book of the sea by him ".repeat(170));

/** A round is 16 words. */
const tiny: Word2vecOptions = { lanes: 1, laneWords: 16 };

async function run(
  options: Word2vecOptions,
): Promise<{ training: TrainingMemory; advance: (rounds: number) => number }> {
  const settings = settingsOf({ dimension: 4, window: 2, subsample: 0, ...options }, corpus.ids.length);
  const { counts, words } = corpus.vocabulary;
  const training = trainingMemory(corpus, unigramSampler(counts), settings);
  startTables(training, words.length, 4, 1);
  const kernels: Kernels = await instantiateKernels(training);
  return { training, advance: (rounds) => kernels.advance(training.threads[0].address, rounds) };
}

/** The point at the last of the words, since the one at `from`. */
function pointBetween(words: readonly number[], sums: readonly number[], from: number): LossPoint {
  const [last, before] = [words.length - 1, words.indexOf(from)];
  return { words: words[last], loss: (sums[last] - sums[before]) / (words[last] - from) };
}
