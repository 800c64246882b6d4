import { type Corpus, corpusFromText } from "@wordloom/data";
import { describe, expect, test } from "vitest";
import { meanLoss } from "./mean-loss.js";
import { startsWithTokens } from "./memory/starts-with-tokens.js";
import { train } from "./train.js";

const corpus = corpusFromText("a b c d e f\ng h i j k l\nm n o p q r\n".repeat(20), { lineEnd: "boundary" });
const options = { dimension: 8, epochs: 2, crossSentences: false, subsample: 0, negatives: 3, window: 2 };
const starting = (...starts: number[]): Corpus => ({ ...corpus, sentenceStarts: Int32Array.from(starts) });

describe("startsWithTokens(starts, tokens)", () => {
  test("leaves out the sentences that have none, and copies nothing where all have", () => {
    expect([...startsWithTokens(Int32Array.of(0, 0, 3, 5, 5, 5, 9, 12, 12), 12)]).toEqual([0, 3, 5, 9]);
    const starts = Int32Array.of(0, 3, 5);
    expect(startsWithTokens(starts, 6)).toBe(starts);
    expect([...startsWithTokens(Int32Array.of(0, 0, 0), 2)]).toEqual([0]);
  });
});

describe("sentences without tokens", () => {
  const [first, second, third, ...others] = corpus.sentenceStarts;
  const sparse = starting(first, first, second, third, third, third, ...others, corpus.ids.length);

  test("change no bit of what train learns, on one thread and two", async () => {
    const plain = await train(corpus, options);
    const open = await train(corpus, { ...options, crossSentences: true });
    expect(open.losses).not.toEqual(plain.losses);
    for (const threads of [1, 2]) {
      const found = await train(sparse, { ...options, dimension: 12, threads });
      const expected = await train(corpus, { ...options, dimension: 12, threads });
      expect(found.losses).toEqual(expected.losses);
      expect(found.vectors.data).toEqual(expected.vectors.data);
    }
  });

  test("change no bit of a meanLoss", async () => {
    const { vectors, outputVectors } = await train(corpus, options);
    const tables = { input: vectors.data, output: outputVectors };
    const loss = await meanLoss(corpus, tables, options);
    expect(await meanLoss(sparse, tables, options)).toBe(loss);
    expect(await meanLoss(corpus, tables, { ...options, crossSentences: true })).not.toBe(loss);
  });
});

describe("a corpus that contradicts itself", () => {
  const V = corpus.vocabulary.words.length;
  const tables = { input: new Float32Array(8 * V), output: new Float32Array(8 * V) };
  const calls = {
    train: (odd: Corpus) => train(odd, options),
    meanLoss: (odd: Corpus) => {
      const { dimension, epochs, ...others } = options;
      return meanLoss(odd, tables, others);
    },
  };

  test.each(Object.entries(calls))("is refused by %s, under its own name", async (name, call) => {
    const failure = (changed: object) => call({ ...corpus, ...changed } as Corpus).then(() => "none", String);
    expect(await failure(starting(...corpus.sentenceStarts.toReversed()))).toBe(
      `RangeError: ${name}: sentenceStarts begins with 354, and token 0 is in no sentence; the first start must be 0`,
    );
    expect(await failure(starting(...corpus.sentenceStarts.slice(1)))).toContain(
      `${name}: sentenceStarts begins with 6`,
    );
    expect(await failure(starting(0, 12, 6))).toContain(`${name}: sentenceStarts falls from 12 to 6 at 2`);
    expect(await failure(starting(0, 361))).toContain(`${name}: sentenceStarts has 361 at 1, and the text 360 tokens`);
    expect(await failure({ sentenceStarts: [0, 6] })).toContain(
      `${name}: the corpus's sentenceStarts is of the kind Array`,
    );
    expect(await failure({ ids: [...corpus.ids] })).toContain(`${name}: the corpus's ids is of the kind Array`);
    const { vocabulary } = corpus;
    const counted = (counts: unknown) => failure({ vocabulary: { ...vocabulary, counts } });
    expect(await counted(new Int32Array(V))).toContain(
      `${name}: the corpus's vocabulary.counts is of the kind Int32Array`,
    );
    expect(await counted(new Float64Array(V))).toBe(
      `RangeError: ${name}: the vocabulary counts none of its ${V} words; there is no negative to draw`,
    );
    expect(await counted(new Float64Array(V).fill(Number.NaN))).toContain(`${name}: the vocabulary counts word 0 NaN`);
    expect(await counted(new Float64Array(V - 1))).toContain(
      `${name}: the vocabulary has ${V} words and ${V - 1} counts`,
    );
  });

  test("is no matter where its sentences are not read", async () => {
    const cut = { ...corpus, ids: corpus.ids.slice(0, 50) };
    const { losses } = await train(cut, { ...options, crossSentences: true });
    expect(losses).toHaveLength(2);
  });
});
