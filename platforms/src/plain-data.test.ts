import { describe, expect, test } from "vitest";
import { root } from "../../tools/workspace.js";
import { findChromium } from "./chromium.js";
import { inChromium } from "./in-chromium.js";
import { inNode, nodes } from "./in-node.js";

const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";

/**
 * Every value that the docs call plain data, and what is done with it; in `clone` and in `posted` it arrives as another. Prints
 * for each whether what is done comes to the same with all three.
 */
const program = `
import { bundledCorpus, corpusFromText, encodeCorpus, buildVocabulary, windowBatches } from "./packages/data/dist/index.js";
import { evaluateAnalogies, evaluateWordPairs } from "./packages/evaluation/dist/index.js";
import { huffmanCode } from "./packages/losses/dist/index.js";
import { fork, randomFromSeed, uniform } from "./packages/random/dist/index.js";
import { aliasTable, cumulativeTable, sampleNegatives, unigramSampler } from "./packages/sampling/dist/index.js";
import { ids, kernelMemory, matmul, matrix, parameter, zerosIn } from "./packages/tensor/dist/index.js";
import * as v from "./packages/vectors/dist/index.js";
import { meanLoss, train } from "./packages/word2vec/dist/index.js";

const posted = (value) => new Promise((resolve, reject) => {
  const { port1, port2 } = new MessageChannel();
  const end = () => { port1.close(); port2.close(); };
  port2.onmessage = ({ data }) => { end(); resolve(data); };
  try { port1.postMessage(value); } catch (error) { end(); reject(error); }
});
const shown = (value) => JSON.stringify(value, (_, x) => (ArrayBuffer.isView(x) ? [...x] : x instanceof Map ? [...x] : x));

const corpus = corpusFromText("the tea is in the pot\\nthe pot is hot\\n".repeat(50));
const options = { dimension: 8, negatives: 2, epochs: 2, seed: 3 };
const result = await train(corpus, options);
const shared = await train(corpus, { ...options, threads: 2 });
const made = v.wordVectors(["tea", "pot", "hot"], Float32Array.of(1, 2, 3, 4, 5, 7));
const file = v.encodeVectors(made, "text");
const small = v.int8Vectors(made.words, v.toInt8(made.data, 2));
const index = v.approximateIndex(made);
const random = fork(randomFromSeed(1), "a");
const near = (vectors) => [v.mostSimilar(vectors, vectors.words[0]), [...vectors.idOf], v.analogy(vectors, ...vectors.words.slice(0, 3))];
const questions = [{ name: "s", kind: "semantic", questions: [["tea", "pot", "hot", "tea"]] }];
const pairs = [{ first: "tea", second: "pot", score: 1 }, { first: "tea", second: "hot", score: 2 }, { first: "pot", second: "hot", score: 3 }];
const inMemory = zerosIn(kernelMemory(1000), [2, 2]);
inMemory.data.set([1, 2, 3, 4]);

const values = {
  "wordVectors": [made, near],
  "decodeVectors": [v.decodeVectors(file), near],
  "decodeVectors of a binary file": [v.decodeVectors(v.encodeVectors(made, "binary")), near],
  "readVectors": [await v.readVectors(new Blob([file])), near],
  "int8Vectors": [small, near],
  "toInt8": [v.toInt8(made.data, 2), v.fromInt8],
  "approximateIndex": [index, (index) => v.mostSimilar(made, "tea", { index })],
  "decodeIndex": [v.decodeIndex(v.encodeIndex(index)), (index) => v.mostSimilar(made, "tea", { index })],
  "decodeWordList": [v.decodeWordList(v.encodeWordList(made)), (list) => v.decodeVectors(v.encodeVectors(made, "npy"), { list }).words],
  "a query": [{ positive: ["tea", Float32Array.of(1, 0)], negative: ["hot"] }, (query) => v.mostSimilar(made, query)],
  "neighbours": [v.mostSimilar(made, "tea"), (found) => found],
  "tableAgreement": [v.tableAgreement(made, small), (found) => found],
  "corpusFromText": [corpus, async (corpus) => (await train(corpus, options)).losses],
  "encodeCorpus": [encodeCorpus(corpus, buildVocabulary(["tea", "pot", "the"]), "drop"), ({ ids, vocabulary }) => [[...ids], vocabulary]],
  "bundledCorpus": [bundledCorpus(random), (corpora) => corpora],
  "buildVocabulary": [corpus.vocabulary, (vocabulary) => [vocabulary.idOf.get("tea"), encodeCorpus(corpus, vocabulary, "drop").ids.length]],
  "windowBatches": [[...windowBatches(corpus, 2, 64, random)], (batches) => batches.length],
  "train": [result, (result) => [near(result.vectors), result.losses, result.curve]],
  "train on two threads": [shared, (result) => [near(result.vectors), result.losses]],
  "tables": [{ input: result.vectors.data, output: result.outputVectors }, (tables) => meanLoss(corpus, tables)],
  "Word2vecOptions": [options, async (options) => (await train(corpus, options)).losses],
  "randomFromSeed": [random, (random) => uniform({ ...random })],
  "unigramSampler": [unigramSampler([3, 2, 1]), (sampler) => sampleNegatives(sampler, Int32Array.of(0), 1, randomFromSeed(1))],
  "aliasTable": [aliasTable([1, 2, 3]), (table) => table],
  "cumulativeTable": [cumulativeTable([1, 2, 3]), (table) => table],
  "huffmanCode": [huffmanCode([3, 2, 1]), (code) => code],
  "matrix": [matrix([[1, 2], [3, 4]]), (tensor) => matmul(tensor, tensor)],
  "zerosIn": [inMemory, (tensor) => matmul(tensor, tensor)],
  "ids": [ids([2], [1, 0]), (found) => found],
  "parameter": [parameter("W", matrix([[1, 2]])), (parameter) => parameter],
  "evaluateAnalogies": [evaluateAnalogies(made, questions, { protocol: "gensim" }), (found) => found],
  "evaluateWordPairs": [evaluateWordPairs(made, pairs), (found) => found],
};
const outcomes = {};
for (const [name, [value, use]] of Object.entries(values)) {
  try {
    const forms = [value, structuredClone(value), await posted(value)];
    const found = [];
    for (const form of forms) found.push(shown(await use(form)));
    outcomes[name] = found[0].length > 0 && found.every((text) => text === found[0]) ? "same" : found.join(" | ");
  } catch (error) {
    outcomes[name] = String(error);
  }
}
console.log(JSON.stringify(outcomes));
`;

function expectAllSame(printed: string): void {
  const outcomes: Record<string, string> = JSON.parse(printed);
  expect(Object.keys(outcomes).length).toBeGreaterThan(30);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== "same")).toEqual([]);
}

describe("what the docs call plain data is cloned and posted, and does the same where it arrives", () => {
  test.each(Object.keys(nodes).map(Number))("in Node %i", async (major) => {
    expectAllSame(await inNode(nodes[major], program, root));
  });

  test.skipIf(reason !== "")(`in a page${reason}`, async () => {
    const { printed, errors } = await inChromium(chromium, program, { folder: root });
    expect(errors).toEqual([]);
    expectAllSame(String(printed[0][0]));
  });
});
