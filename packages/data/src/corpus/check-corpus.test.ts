import { runInNewContext } from "node:vm";
import { randomFromSeed } from "@wordloom/random";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeCorpus } from "../vocabulary/encode.js";
import { contextsAndTargets } from "../windows/contexts-and-targets.js";
import { windowBatches } from "../windows/window-batches.js";
import { checkCorpus } from "./check-corpus.js";
import type { Corpus } from "./corpus.js";
import { corpusFromText } from "./read-corpus.js";

const corpus = corpusFromText("a b c\nd e f\ng h i\n", { lineEnd: "boundary" });
const { vocabulary } = corpus;
const whole = (changed: object): void =>
  checkCorpus("mine", { ...corpus, ...changed } as Corpus, ["sentenceStarts", "vocabulary"]);

function refusal(action: () => unknown): string {
  try {
    action();
    return "none";
  } catch (error) {
    return String(error);
  }
}

describe("checkCorpus(caller, corpus, parts)", () => {
  test("accepts what the readers make, starts that come again, arrays of another realm, and the counts of another text", () => {
    whole({});
    whole({ sentenceStarts: Int32Array.of(0, 0, 3, 3, 3, 9, 9) });
    whole({ ids: new Int32Array(0), sentenceStarts: new Int32Array(0) });
    whole({ ids: runInNewContext("Int32Array.of(0, 1, 2)"), sentenceStarts: Int32Array.of(0) });
    whole({ ids: new Int32Array(new SharedArrayBuffer(8)), sentenceStarts: Int32Array.of(0) });
    whole({ vocabulary: { ...vocabulary, counts: vocabulary.counts.map((count) => 100 * count) } });
    expect(refusal(() => whole({}))).toBe("none");
  });

  test.each([
    [[0, 6, 3], "falls from 6 to 3 at 2; starts rise, and are repeated for an empty sentence"],
    [[3, 6], "begins with 3, and token 0 is in no sentence; the first start must be 0"],
    [[-1, 3], "begins with -1, and token 0 is in no sentence; the first start must be 0"],
    [[0, -3], "falls from 0 to -3 at 1; starts rise, and are repeated for an empty sentence"],
    [[0, 3, 10], "has 10 at 2, and the text 9 tokens; was the text cut, and its sentences not?"],
    [[], "is empty, and token 0 is in no sentence; the first start must be 0"],
  ])("refuses starts %j", (starts, why) => {
    const sentenceStarts = Int32Array.from(starts);
    expect(refusal(() => whole({ sentenceStarts }))).toBe(`RangeError: mine: sentenceStarts ${why}`);
  });

  test.each([
    [{ ids: [0, 1] }, "ids is of the kind Array; it must be of the kind Int32Array"],
    [{ ids: Float64Array.of(0, 1.5) }, "ids is of the kind Float64Array; it must be of the kind Int32Array"],
    [{ ids: undefined }, "ids is undefined; it must be of the kind Int32Array"],
    [{ sentenceStarts: [0] }, "sentenceStarts is of the kind Array; it must be of the kind Int32Array"],
    [{ sentenceStarts: Float64Array.of(0, 2.5) }, "sentenceStarts is of the kind Float64Array; it must be"],
    [{ sentenceStarts: undefined }, "sentenceStarts is undefined; it must be of the kind Int32Array"],
    [{ vocabulary: undefined }, "vocabulary.words is undefined; it must be of the kind Array"],
    [{ vocabulary: { ...vocabulary, counts: [1, 1] } }, "vocabulary.counts is of the kind Array; it must be"],
    [{ vocabulary: { ...vocabulary, counts: Int32Array.of(1) } }, "vocabulary.counts is of the kind Int32Array"],
  ])("refuses another kind of array: %#", (changed, why) => {
    expect(refusal(() => whole(changed))).toContain(`TypeError: mine: the corpus's ${why}`);
  });

  test.each([
    [{ ids: Int32Array.of(0, 9) }, "id 9 at 1 is outside the 9 words; was the corpus encoded with this vocabulary?"],
    [{ ids: Int32Array.of(0, -1) }, "id -1 at 1 is outside the 9 words; was the corpus encoded with this vocabulary?"],
    [
      { vocabulary: { ...vocabulary, counts: Float64Array.of(1) } },
      "the vocabulary has 9 words and 1 counts; each word has one",
    ],
    [
      { vocabulary: { ...vocabulary, counts: vocabulary.counts.map((n, i) => (i === 4 ? Number.NaN : n)) } },
      "the vocabulary counts word 4 NaN times; counts must be finite numbers from 0",
    ],
  ])("refuses numbers that can't be: %#", (changed, why) => {
    expect(refusal(() => whole({ sentenceStarts: Int32Array.of(0), ...changed }))).toBe(`RangeError: mine: ${why}`);
  });

  test("looks at what is going to be read, and no more", () => {
    checkCorpus("mine", { ids: Int32Array.of(1, 2), sentenceStarts: Int32Array.of(7) }, ["vocabulary"].slice(1) as []);
    expect(refusal(() => checkCorpus("mine", { ids: Int32Array.of(1, 2) }, ["sentenceStarts"]))).toContain("undefined");
    expect(refusal(() => checkCorpus("mine", undefined as never, []))).toContain("mine: the corpus's ids is undefined");
  });
});

describe("every function that takes a corpus", () => {
  const random = randomFromSeed(1);
  const within = { crossSentences: false, edges: "shorten", order: "text" } as const;
  const functions: [string, (odd: Corpus) => unknown][] = [
    ["windowBatches", (odd) => [...windowBatches(odd, 1, 4, random, within)]],
    ["encodeCorpus", (odd) => encodeCorpus(odd, vocabulary, "drop")],
  ];

  test.each(functions)("refuses starts that fall, and ids that are none, under its own name: %s", (name, call) => {
    const fallen = { ...corpus, sentenceStarts: corpus.sentenceStarts.toReversed() };
    expect(refusal(() => call(fallen))).toMatch(`RangeError: ${name}: sentenceStarts begins with 6`);
    const strange = { ...corpus, ids: corpus.ids.map((id) => id + 1) };
    expect(refusal(() => call(strange))).toMatch(`RangeError: ${name}: id 9 at 8 is outside the 9 words`);
  });

  test("refuses ids that are none: contextsAndTargets", () => {
    expect(refusal(() => contextsAndTargets(Int32Array.of(0, -1, 2), 1))).toContain(
      "contextsAndTargets: id -1 at 1 is negative",
    );
    expect(refusal(() => contextsAndTargets([0, 1, 2] as never, 1))).toContain("contextsAndTargets: the corpus's ids");
  });

  test.each(functions)("gives what it gives without the sentences that have no tokens: %s", (_, call) => {
    const repeats = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(repeats, ([first, second, third, last]) => {
        const starts = [...Array(1 + first).fill(0), ...Array(1 + second).fill(3), ...Array(1 + third).fill(6)];
        const sentenceStarts = Int32Array.from([...starts, ...Array(last).fill(9)]);
        expect(call({ ...corpus, sentenceStarts })).toEqual(call(corpus));
      }),
    );
  });
});
