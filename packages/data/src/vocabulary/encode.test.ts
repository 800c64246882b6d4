import { describe, expect, test } from "vitest";
import { corpusFromText } from "../corpus/read-corpus.js";
import { encode, encodeCorpus } from "./encode.js";
import { buildVocabulary, trimVocabulary } from "./vocabulary.js";

const withUnknown = buildVocabulary(["<unk>", "<unk>", "a", "a", "a", "b"]);

describe("encode(tokens, vocabulary, outOfVocabulary)", () => {
  test("gives each word its rank", () => {
    expect(encode(["b", "a", "<unk>", "a"], withUnknown, "drop")).toEqual(Int32Array.of(2, 0, 1, 0));
  });

  test("drops a word that is not in the vocabulary, or makes it <unk>, as asked", () => {
    expect(encode(["x", "a", "__proto__"], withUnknown, "drop")).toEqual(Int32Array.of(0));
    expect(encode(["x", "a", "__proto__"], withUnknown, "<unk>")).toEqual(Int32Array.of(1, 0, 1));
  });

  test("refuses to use an <unk> that is not there", () => {
    expect(() => encode(["a"], buildVocabulary(["a"]), "<unk>")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encode: the vocabulary of 1 words has no "<unk>"; drop unknown words instead]`,
    );
  });
});

describe("encodeCorpus(corpus, vocabulary, outOfVocabulary)", () => {
  const corpus = corpusFromText("x y\na x b\ny\nb\n", { lineEnd: "boundary" });

  test("drops words and the sentences that are left without any", () => {
    const { ids, sentenceStarts, vocabulary } = encodeCorpus(corpus, withUnknown, "drop");
    expect(ids).toEqual(Int32Array.of(0, 2, 2));
    expect(sentenceStarts).toEqual(Int32Array.of(0, 2));
    expect(vocabulary).toBe(withUnknown);
  });

  test("keeps every position with <unk>", () => {
    const { ids, sentenceStarts } = encodeCorpus(corpus, withUnknown, "<unk>");
    expect(ids).toEqual(Int32Array.of(1, 1, 0, 1, 2, 1, 2));
    expect(sentenceStarts).toEqual(corpus.sentenceStarts);
  });

  test("changes nothing in the corpus's own vocabulary", () => {
    expect(encodeCorpus(corpus, corpus.vocabulary, "drop")).toEqual(corpus);
  });

  test("follows a vocabulary that was trimmed", () => {
    const trimmed = trimVocabulary(corpus.vocabulary, { minCount: 2 });
    const { ids } = encodeCorpus(corpus, trimmed, "drop");
    expect(Array.from(ids, (id) => trimmed.words[id])).toEqual(["x", "y", "x", "b", "y", "b"]);
  });

  test("refuses a text of which nothing is left", () => {
    expect(() => encodeCorpus(corpus, buildVocabulary(["z"]), "drop")).toThrowErrorMatchingInlineSnapshot(
      `[Error: encodeCorpus: none of the 7 tokens is among the 1 words of the vocabulary; was it built from another text?]`,
    );
    expect(() => encodeCorpus(corpus, buildVocabulary(["a"]), "<unk>")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeCorpus: the vocabulary of 1 words has no "<unk>"; drop unknown words instead]`,
    );
  });
});
