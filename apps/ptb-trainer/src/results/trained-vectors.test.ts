import { corpusFromText } from "@wordloom/data";
import { wordVectors } from "@wordloom/vectors";
import { expect, test } from "vitest";
import { settingsOf } from "../settings/settings-of.js";
import { learned } from "./learned.js";
import { trainedVectors } from "./trained-vectors.js";

const text = "lone\na b\nlone\nb c\nb\n";
const settingsFor = (options: { withinSentences?: true }) =>
  settingsOf({ preset: "fast", corpus: "auto", format: "both", dimension: 2, ...options }, { tokens: 7, minCount: 1 });

test("leaves out the words that stand alone in each line, where windows end with them", () => {
  const { vocabulary, ...train } = corpusFromText(text, { lineEnd: "boundary" });
  expect(vocabulary.words).toEqual(["b", "lone", "a", "c"]);
  const vectors = wordVectors(vocabulary.words, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  const { words, data } = trainedVectors(vectors, { vocabulary, ...train }, settingsFor({ withinSentences: true }));
  expect(words).toEqual(["b", "a", "c"]);
  expect([...data]).toEqual([1, 2, 5, 6, 7, 8]);
  expect(trainedVectors(vectors, { vocabulary, ...train }, settingsFor({}))).toBe(vectors);
});

test("are all where <eos> is beside each word", () => {
  const train = corpusFromText(text);
  const vectors = wordVectors(train.vocabulary.words, new Float32Array(2 * train.vocabulary.words.length).fill(1));
  expect(trainedVectors(vectors, train, settingsFor({ withinSentences: true }))).toBe(vectors);
});

test("are those among which neighbours are shown", () => {
  const train = corpusFromText(text, { lineEnd: "boundary" });
  // `lone` would be the nearest of each.
  const vectors = wordVectors(train.vocabulary.words, Float32Array.of(1, 0, 1, 1, 1, 2, 2, 1));
  const shown = (options: { withinSentences?: true }) =>
    JSON.stringify(learned(vectors, { isOwn: true, isBundled: false, train }, settingsFor(options)).answers.similar);
  expect(shown({})).toContain("lone");
  expect(shown({ withinSentences: true })).toContain("b");
  expect(shown({ withinSentences: true })).not.toContain("lone");
});
