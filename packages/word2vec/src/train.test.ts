import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledAnalogies, bundledCorpus, corpusFromText } from "@wordloom/data";
import { cbow } from "@wordloom/models";
import { sgd } from "@wordloom/optimizers";
import { randomFromSeed } from "@wordloom/random";
import { ids, parameter, tensor } from "@wordloom/tensor";
import { analogy, mostSimilar } from "@wordloom/vectors";
import { readVectors, writeVectors } from "@wordloom/vectors/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Word2vecEpoch, Word2vecProgress } from "./loop/progress.js";
import { meanLoss } from "./mean-loss.js";
import type { Tables } from "./memory/tables.js";
import type { Word2vecOptions } from "./options.js";
import type { Word2vecResult } from "./result.js";
import { train } from "./train.js";

const corpus = corpusFromText(bundledCorpus(randomFromSeed(1), { tokens: 20_000 }).train);
const quick: Word2vecOptions = { dimension: 30, epochs: 2, subsample: 1e-2, lanes: 8, laneWords: 64 };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("train(corpus, options)", () => {
  test.each([
    { model: "cbow", dimension: 30 },
    { model: "skip-gram", dimension: 30 },
    { model: "cbow", dimension: 100, negatives: 12, window: 8, crossSentences: false },
    { model: "cbow", dimension: 3 },
    { model: "skip-gram", dimension: 30, batchSize: 3 },
  ] as const)("gives the same bits on 1, 2, 3, 4, 5 and 8 threads: %o", async (options) => {
    const one = await train(corpus, { ...quick, ...options, threads: 1 });
    for (const threads of [2, 3, 4, 5, 8]) {
      const more = await train(corpus, { ...quick, ...options, threads });
      expect(bits(more.vectors.data)).toEqual(bits(one.vectors.data));
      expect(bits(more.outputVectors)).toEqual(bits(one.outputVectors));
      expect(more.losses).toEqual(one.losses);
      expect(more.words).toBe(one.words);
    }
  });

  test("gives the same bits on 16 threads, with as many lanes", async () => {
    const options = { ...quick, epochs: 1, lanes: 16, laneWords: 32 };
    const [one, sixteen] = [
      await train(corpus, { ...options, threads: 1 }),
      await train(corpus, { ...options, threads: 16 }),
    ];
    expect(sixteen.threads).toBe(16);
    expect(bits(sixteen.vectors.data)).toEqual(bits(one.vectors.data));
  });

  test("runs on as many threads as have something to do, and says so", async () => {
    const threadsOf = async (lanes: number, threads: number) =>
      (await train(corpus, { ...quick, epochs: 1, lanes, threads })).threads;
    expect(await threadsOf(8, 1)).toBe(1);
    expect(await threadsOf(8, 3)).toBe(3);
    expect(await threadsOf(4, 16)).toBe(4);
    expect(await threadsOf(1, 2)).toBe(1);
  });

  test("gives other bits for other lanes, and learns as much", async () => {
    const results = await Promise.all(
      [{ lanes: 1 }, { lanes: 4 }, { laneWords: 128 }, { negativePool: 100 }].map((options) =>
        train(corpus, { ...quick, ...options }),
      ),
    );
    expect(new Set(results.map(({ vectors }) => bits(vectors.data))).size).toBe(4);
    const losses = await Promise.all(
      results.map(({ vectors, outputVectors }) => meanLoss(corpus, { input: vectors.data, output: outputVectors })),
    );
    for (const loss of losses) expect(Math.abs(loss / losses[0] - 1)).toBeLessThan(0.15);
  });

  test("runs on one thread where memory can't be shared, with the same bits", async () => {
    const shared = await train(corpus, { ...quick, threads: 2 });
    // What a page that is not isolated from other origins sees.
    vi.stubGlobal("SharedArrayBuffer", undefined);
    const alone = await train(corpus, { ...quick, threads: 2 });
    expect([shared.threads, alone.threads]).toEqual([2, 1]);
    expect(bits(alone.vectors.data)).toEqual(bits(shared.vectors.data));
    expect(bits(alone.outputVectors)).toEqual(bits(shared.outputVectors));
    expect(alone.losses).toEqual(shared.losses);
  });

  test("gives other bits for another seed", async () => {
    const [first, again, other] = [
      await train(corpus, quick),
      await train(corpus, quick),
      await train(corpus, { ...quick, seed: 2 }),
    ];
    expect(bits(again.vectors.data)).toEqual(bits(first.vectors.data));
    expect(bits(other.vectors.data)).not.toEqual(bits(first.vectors.data));
  });

  test("learns what the bundled corpus teaches", async () => {
    const whole = corpusFromText(bundledCorpus(randomFromSeed(1)).train);
    const { vectors, losses } = await train(whole, { epochs: 20, subsample: 0, threads: 2 });
    expect(
      mostSimilar(vectors, "you", { top: 3 })
        .map(({ word }) => word)
        .toSorted(),
    ).toEqual(["i", "they", "we"]);
    const [book] = bundledAnalogies();
    for (const [a, b, c, d] of book.questions) expect(analogy(vectors, a, b, c, { top: 1 })[0].word).toBe(d);
    expect(losses).toHaveLength(20);
    expect(losses[19]).toBeLessThan(0.5 * losses[0]);
  });

  test("has a loss of (1 + K) log 2 a target where nothing is learned", async () => {
    const [first] = (await train(corpus, { ...quick, learningRate: 0 })).losses;
    expect(first).toBeCloseTo(6 * Math.log(2), 6);
  });

  test("tells how it goes: words, exact loss, pace and the time left", async () => {
    const told: Word2vecProgress[] = [];
    // Each look at the clock finds 12 ms gone: however fast the machine, the run is long enough to be told of.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 12;
      return now;
    });
    const options = { ...quick, subsample: 0, epochs: 40, onProgress: (at: Word2vecProgress) => told.push(at) };
    const { words, losses } = await train(corpus, options);
    expect(told.length).toBeGreaterThan(1);
    // Every word is a target, so that an epoch is as long as the corpus.
    expect(told.map(({ epoch }) => epoch)).toEqual(told.map((at) => Math.ceil(at.words / corpus.ids.length)));
    const shares = told.map((at) => at.words / at.totalWords);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const at of told) {
      expect(at.wordsPerSecond).toBeGreaterThan(0);
      // What is done and what is left take the time that there is at this pace.
      const left = Math.max(0, at.totalWords - at.words) / at.wordsPerSecond;
      if (at !== told.at(-1)) expect(at.secondsLeft).toBeCloseTo(left, 6);
    }
    expect(told.at(-1)).toMatchObject({ epoch: 40, words, loss: losses[39], secondsLeft: 0 });
  });

  test.each([1, 3])("tells each epoch with its loss and the tables at its end: %i threads", async (threads) => {
    const told: { epoch: number; words: number; loss: number; tables: Tables }[] = [];
    const onEpoch = ({ epoch, words, loss, tables }: Word2vecEpoch) => {
      told.push({ epoch, words, loss, tables: tables() });
    };
    const { vectors, outputVectors, losses, words } = await train(corpus, { ...quick, epochs: 3, threads, onEpoch });
    expect(told.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(told.map(({ loss }) => loss)).toEqual(losses);
    expect(told[2].words).toBe(words);
    expect(told[2].tables).toEqual({ input: vectors.data, output: outputVectors });
    // Until its first epoch has ended, a run of three is one of three.
    const cut = await train(corpus, { ...quick, epochs: 3, maxWords: told[0].words });
    expect(bits(cut.vectors.data)).toEqual(bits(told[0].tables.input));
  });

  test("waits for what is done at the end of an epoch, and leaves it out of the pace", async () => {
    let waiting = false;
    let waited = 0;
    // A clock that moves by a millisecond at each look, and by an hour while an epoch's end is waited for.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => ++now);
    const told: Word2vecProgress[] = [];
    const onEpoch = async () => {
      waiting = true;
      await new Promise((resolve) => setTimeout(resolve));
      now += 3_600_000;
      waited++;
      waiting = false;
    };
    const onProgress = (at: Word2vecProgress) => {
      expect(waiting).toBe(false);
      told.push(at);
    };
    const { words } = await train(corpus, { ...quick, threads: 2, onEpoch, onProgress });
    expect(waited).toBe(2);
    expect(words / (told.at(-1)?.wordsPerSecond ?? 0)).toBeLessThan(3600);
  });

  test("has the same loss curve on any number of threads, of some 200 points", async () => {
    const short = { ...quick, lanes: 4, laneWords: 32 };
    const [one, three] = [await train(corpus, short), await train(corpus, { ...short, threads: 3 })];
    expect(three.curve).toEqual(one.curve);
    expect(one.curve.length).toBeGreaterThan(180);
    expect(one.curve.length).toBeLessThan(220);
    // A round has one point at most.
    expect((await train(corpus, quick)).curve.length).toBeLessThan(100);
  });

  test("has points that are means since the one before, across epochs, so that together they are the run's", async () => {
    // Every word is a target: epochs are of one length, and the last point is at the end.
    const { curve, losses, words } = await train(corpus, { ...quick, epochs: 5, subsample: 0 });
    expect(curve.at(-1)?.words).toBeGreaterThan(0.999 * words);
    const sum = curve.reduce((total, { words: end, loss }, i) => total + (end - (curve[i - 1]?.words ?? 0)) * loss, 0);
    const mean = losses.reduce((total, loss) => total + loss, 0) / losses.length;
    expect(losses[0] / losses[4]).toBeGreaterThan(1.2);
    expect(sum / (curve.at(-1)?.words ?? 0) / mean).toBeCloseTo(1, 2);
  });

  test.each([1, 2])("ends after that many words: %i threads", async (threads) => {
    const whole = await train(corpus, { ...quick, threads });
    for (const maxWords of [1, 6400, 6432, Math.ceil(0.75 * whole.words)]) {
      const epochs: number[] = [];
      const onEpoch = ({ epoch }: Word2vecEpoch) => void epochs.push(epoch);
      const { words, losses, isInterrupted } = await train(corpus, { ...quick, threads, maxWords, onEpoch });
      expect(words).toBeGreaterThanOrEqual(maxWords);
      // To the end of a round, of 8 lanes of 64 words.
      expect(words).toBeLessThan(maxWords + 512);
      expect(epochs).toEqual(losses.map((_, i) => i + 1));
      expect(losses).toHaveLength(maxWords > 0.6 * whole.words ? 2 : 1);
      expect(isInterrupted).toBe(false);
    }
  });

  test.each([1, 2])("makes no table but the two that it returns: %i threads", async (threads) => {
    let tables = 0;
    const counted = new Proxy(Float32Array, {
      construct(target, given: [number]) {
        const made = new target(...given);
        if (typeof given[0] === "number" && made.length >= 30 * corpus.vocabulary.words.length) tables++;
        return made;
      },
    });
    vi.stubGlobal("Float32Array", counted);
    await train(corpus, { ...quick, threads, inPlace: false });
    expect(tables).toBe(2);
    await train(corpus, { ...quick, threads });
    expect(tables).toBe(2);
  });

  test.each([
    { model: "cbow", dimension: 30 },
    { model: "skip-gram", dimension: 30 },
    { model: "cbow", dimension: 13 },
    { model: "skip-gram", dimension: 3 },
  ] as const)(
    "hands out the tables where they are, with the bits of copies, on 1 to 4 threads: %o",
    async (options) => {
      for (const threads of [1, 2, 3, 4]) {
        const found = await train(corpus, { ...quick, ...options, threads });
        const copied = await train(corpus, { ...quick, ...options, threads, inPlace: false });
        const [{ data }, { data: copy }] = [found.vectors, copied.vectors];
        expect(bits(data)).toEqual(bits(copy));
        expect(bits(found.outputVectors)).toEqual(bits(copied.outputVectors));
        expect(found.vectors.norms).toEqual(copied.vectors.norms);
        // Asked as truths: a memory that is not what it should be would be printed, byte by byte.
        expect(found.outputVectors.buffer === data.buffer).toBe(true);
        expect(data.buffer instanceof SharedArrayBuffer).toBe(found.threads > 1);
        for (const table of [copy, copied.outputVectors]) {
          expect(table.buffer instanceof ArrayBuffer).toBe(true);
          expect(table.buffer.byteLength).toBe(4 * options.dimension * corpus.vocabulary.words.length);
        }
      }
    },
  );

  test("hands out tables in shared memory that a file takes", async () => {
    const { vectors } = await train(corpus, { ...quick, threads: 2 });
    const folder = await mkdtemp(join(tmpdir(), "wordloom-"));
    try {
      for (const name of ["vectors.bin", "vectors.npy.gz"]) {
        await writeVectors(join(folder, name), vectors);
        expect(bits((await readVectors(join(folder, name))).data)).toEqual(bits(vectors.data));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("hands out tables in shared memory with which plain layers go on", async () => {
    const { vectors, outputVectors } = await train(corpus, { ...quick, threads: 2 });
    const shape = [vectors.words.length, vectors.dimension];
    const step = (inputs: Float32Array, outputs: Float32Array) => {
      const model = cbow(parameter("input", tensor(shape, inputs)), parameter("output", tensor(shape, outputs)));
      const [contexts, targets, negatives] = [ids([1, 2], [1, 2]), ids([1], [3]), ids([1, 2], [4, 5])];
      const { value, backward } = model.forward({ contexts, targets, negatives });
      backward();
      const optimizer = sgd(1);
      optimizer.update(optimizer.init(model.parameters), model.parameters);
      return [value, bits(inputs), bits(outputs)];
    };
    const copies = step(vectors.data.slice(), outputVectors.slice());
    expect(step(vectors.data, outputVectors)).toEqual(copies);
  });

  test.each([1, 2])("ends with what onProgress throws: %i threads", async (threads) => {
    const onProgress = () => {
      throw new Error("planted");
    };
    await expect(train(corpus, { ...quick, epochs: 100_000, threads, onProgress })).rejects.toThrow("planted");
  });

  test("does not train a round too many where a two-hundredth of the words is not exact", async () => {
    // 200 · (13,952 / 200) is a little more than 13,952, which is 218 rounds.
    const { words } = await train(corpus, { ...quick, subsample: 0, maxWords: 13_952, lanes: 1, laneWords: 64 });
    expect(words).toBe(13_952);
  });

  test.each([1, 2])("stops when the signal says so, with what there is: %i threads", async (threads) => {
    const controller = new AbortController();
    // Each look at the clock finds 30 ms gone, so that the run is told of at every third turn; none of its epochs ends before.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 30;
      return now;
    });
    const onProgress = ({ words }: Word2vecProgress) => {
      if (words > 10_000) controller.abort();
    };
    const options = { ...quick, subsample: 0, epochs: 100_000, threads, signal: controller.signal, onProgress };
    const { isInterrupted, words, losses, vectors } = await train(corpus, options);
    expect(isInterrupted).toBe(true);
    expect(words).toBeGreaterThan(10_000);
    expect(words).toBeLessThan(10 * corpus.ids.length);
    expect(losses.at(-1)).toBeLessThan(6 * Math.log(2));
    expect(vectors.words).toEqual(corpus.vocabulary.words);
  });

  test.each([1, 2])("gives up the round that it is in, however long that is: %i threads", async (threads) => {
    const controller = new AbortController();
    // All of the text is one round, of half a minute.
    const large = { model: "skip-gram", dimension: 800, window: 20, negatives: 20, lanes: 80, laneWords: 256 } as const;
    const options = { ...large, epochs: 1, subsample: 0, threads, signal: controller.signal };
    setTimeout(() => controller.abort(), 50);
    const { isInterrupted, words, losses, vectors } = await train(corpus, options);
    expect(isInterrupted).toBe(true);
    expect(words).toBe(0);
    expect(losses).toEqual([]);
    const start = await train(corpus, { ...options, signal: { aborted: true } });
    expect(vectors.data).toEqual(start.vectors.data);
  });
});

describe("kernels that can't be compiled", () => {
  test("are explained", async () => {
    vi.resetModules();
    const { train } = await import("./train.js");
    vi.spyOn(WebAssembly, "compile").mockRejectedValueOnce(new WebAssembly.CompileError("planted"));
    await expect(train(corpus, quick)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: the kernels can't be compiled (CompileError: planted); a page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src, and the engine must know WebAssembly's SIMD]`,
    );
  });
});

describe("what can't be trained", () => {
  const failure = (options: Word2vecOptions, text = corpus) =>
    train(text, { ...quick, ...options }).then(
      () => "nothing",
      (error: Error) => error.message,
    );

  test("is named with its numbers", async () => {
    expect(await failure({ dimension: 0 })).toMatchInlineSnapshot(
      `"train: dimension is 0; it must be a whole number from 1 to 100000"`,
    );
    expect(await failure({ learningRate: Number.NaN })).toContain("learningRate is NaN");
    expect(await failure({ negatives: 5000 })).toMatch(
      /^train: 5000 different negatives for a target, but the corpus has (\d+) other words; negatives: \1 is the most that works$/,
    );
    expect(await failure({}, corpusFromText("the the the", { lineEnd: "boundary" }))).toMatchInlineSnapshot(
      `"train: 5 different negatives for a target, but the corpus has 0 other words; no number works, for "the" is its only word; did a minCount leave out the others, or has the text no spaces between words?"`,
    );
    expect(await failure({ maxWords: 0 })).toMatchInlineSnapshot(
      `"train: maxWords is 0; it must be a whole number, at least 1, or Infinity"`,
    );
    expect(await failure({ model: "skipgram" as "cbow" })).toMatchInlineSnapshot(
      `"train: model is "skipgram"; it must be "cbow" or "skip-gram""`,
    );
    expect(await failure({ contextGradient: "false" as "true" })).toMatchInlineSnapshot(
      `"train: contextGradient is "false"; it must be "true" or "word2vec""`,
    );
    expect(await failure({}, { ...corpus, ids: new Int32Array(0) })).toMatchInlineSnapshot(
      `"train: the corpus has 0 tokens; a target and a context are two"`,
    );
    const V = corpus.vocabulary.words.length;
    for (const stranger of [V, -1, 1e6]) {
      const ids = Int32Array.of(0, V - 1, stranger);
      expect(await failure({}, { ...corpus, ids })).toContain(`id ${stranger} at 2 is outside the ${V} words`);
    }
  });

  test("is a text of which thinning leaves nothing", async () => {
    const short = corpusFromText("a b c d e f");
    expect(await failure({ subsample: 1e-12, negatives: 1 }, short)).toMatchInlineSnapshot(
      `"train: epoch 1 has no target with a context; likely subsample: 1e-12 leaves out nearly all words, and subsample: 0 none"`,
    );
    const alone = corpusFromText("a\nb\nc\n", { lineEnd: "boundary" });
    expect(await failure({ subsample: 0, negatives: 1, crossSentences: false }, alone)).toMatchInlineSnapshot(
      `"train: epoch 1 has no target with a context; likely each sentence is a single word, and crossSentences: true lets windows reach across sentences"`,
    );
  });

  test("is told at its word and rate, with the state before it, where the loss grows out of bounds", async () => {
    for (const threads of [1, 2]) {
      let good: Word2vecResult | undefined;
      const onDivergence = (result: Word2vecResult) => {
        good = result;
      };
      const message = await failure({ learningRate: 3, laneWords: 16, threads, onDivergence });
      expect(message).toMatch(
        /^train: the loss has grown to \d+ a target after [\d,]+ target words, at a learning rate of 2\.\d+; a lower one may help$/,
      );
      expect(message).toContain(`after ${good?.words.toLocaleString("en")} target words`);
      expect(good?.vectors.data.every((x) => Math.abs(x) < 1000)).toBe(true);
      expect(good?.vectors.words).toEqual(corpus.vocabulary.words);
      expect(good?.isInterrupted).toBe(false);
    }
  });

  test("has no state to tell where a single step overflows", async () => {
    let told = 0;
    expect(await failure({ learningRate: 1e300, onDivergence: () => told++ })).toMatch(
      /^train: the loss has grown to (NaN|Infinity|\d\S*) a target after [\d,]+ target words, at a learning rate of \S+;/,
    );
    expect(told).toBe(0);
  });
});

/** Short, so that a difference is told at once. */
function bits({ buffer, byteOffset, byteLength }: Float32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex");
}
