import { describe, expect, test } from "vitest";
import { root } from "../../tools/workspace.js";
import { inNode, nodes } from "./in-node.js";

/** Calls of every exported function that has options, with `o` for them, and what callers without types may give it. */
const program = `
import * as data from "./packages/data/dist/index.js";
import * as dataNode from "./packages/data/dist/node/index.js";
import * as evaluation from "./packages/evaluation/dist/index.js";
import * as optimizers from "./packages/optimizers/dist/index.js";
import * as random from "./packages/random/dist/index.js";
import * as sampling from "./packages/sampling/dist/index.js";
import * as vectors from "./packages/vectors/dist/index.js";
import * as vectorsNode from "./packages/vectors/dist/node/index.js";
import * as word2vec from "./packages/word2vec/dist/index.js";
const v = vectors.wordVectors(["tea", "pot", "war"], Float32Array.of(1, 2, 3, 4, 5, 7));
const corpus = data.corpusFromText("the tea is in the pot\\n".repeat(99));
const r = random.randomFromSeed(1);
const text = vectors.encodeVectors(v, "text"), binary = vectors.encodeVectors(v, "binary");
const sections = [{ name: "s", kind: "semantic", questions: [["tea", "pot", "war", "tea"]] }];
const categories = [{ name: "c", group: "g", pairs: [] }];
const pairs = [];
const bytes = (word) => new TextEncoder().encode(word);
const tables = { input: new Float32Array(5 * 8), output: new Float32Array(5 * 8) };
const calls = {
  mostSimilar: (o) => vectors.mostSimilar(v, "tea", o),
  mostSimilarBatch: (o) => vectors.mostSimilarBatch(v, ["tea"], o),
  mostSimilarCosMul: (o) => vectors.mostSimilarCosMul(v, "tea", o),
  analogy: (o) => vectors.analogy(v, "tea", "pot", "war", o),
  approximateIndex: (o) => vectors.approximateIndex(v, o),
  tableAgreement: (o) => vectors.tableAgreement(v, v, o),
  wordVectors: (o) => vectors.wordVectors(["a"], Float32Array.of(1), o),
  decodeText: (o) => vectors.decodeText(text, o),
  decodeBinary: (o) => vectors.decodeBinary(binary, o),
  decodeVectors: (o) => vectors.decodeVectors(text, o),
  decodeWordList: (o) => vectors.decodeWordList(bytes("a"), o),
  readVectors: (o) => vectors.readVectors(text, o),
  encodeVectors: (o) => vectors.encodeVectors(v, "text", o),
  vectorChunks: (o) => [...vectors.vectorChunks(v, "text", o)],
  "readVectors of a path": (o) => vectorsNode.readVectors("none.txt", o),
  writeVectors: (o) => vectorsNode.writeVectors("/dev/null/none.txt", v, o),
  train: (o) => word2vec.train(corpus, o),
  meanLoss: (o) => word2vec.meanLoss(corpus, tables, o),
  corpusFromText: (o) => data.corpusFromText("a b", o),
  readCorpus: (o) => data.readCorpus([bytes("a b")], o),
  readCorpora: (o) => data.readCorpora([{ chunks: [bytes("a b")] }], o),
  buildVocabulary: (o) => data.buildVocabulary(["a"], o),
  trimVocabulary: (o) => data.trimVocabulary(corpus.vocabulary, o),
  windowBatches: (o) => [...data.windowBatches(corpus, 2, 64, r, o)],
  bundledCorpus: (o) => data.bundledCorpus(r, o),
  readTextCorpus: (o) => dataNode.readTextCorpus("none.txt", o),
  textChunks: (o) => dataNode.textChunks("none.txt", o),
  readPtb: (o) => dataNode.readPtb("none", o),
  findPtb: (o) => dataNode.findPtb({}, o),
  downloadPtb: (o) => dataNode.downloadPtb("none", o),
  evaluateAnalogies: (o) => evaluation.evaluateAnalogies(v, sections, o),
  evaluateBats: (o) => evaluation.evaluateBats(v, categories, o),
  evaluateWordPairs: (o) => evaluation.evaluateWordPairs(v, pairs, o),
  compareAnalogies: (o) => evaluation.compareAnalogies(v, v, sections, r, o),
  compareBats: (o) => evaluation.compareBats(v, v, categories, r, o),
  compareWordPairs: (o) => evaluation.compareWordPairs(v, v, pairs, r, o),
  bookEvaluation: (o) => evaluation.bookEvaluation(v, o),
  parseAnalogies: (o) => evaluation.parseAnalogies(": a\\nb c d e\\n", o),
  parseMsrAnalogies: (o) => evaluation.parseMsrAnalogies("a b c d\\n", o),
  parseBatsCategory: (o) => evaluation.parseBatsCategory("a b\\n", "I01 [a]", o),
  parseWordPairs: (o) => evaluation.parseWordPairs("a b 1\\n", o),
  unigramSampler: (o) => sampling.unigramSampler([1, 2], o),
  normals: (o) => random.normals(r, 2, o),
  choice: (o) => random.choice(r, 3, o),
  adaGrad: (o) => optimizers.adaGrad(0.1, o),
  adam: (o) => optimizers.adam(0.1, o),
  momentum: (o) => optimizers.momentum(0.1, o),
  nesterov: (o) => optimizers.nesterov(0.1, o),
  rmsProp: (o) => optimizers.rmsProp(0.1, o),
  rowOptimizer: (o) => optimizers.rowOptimizer(0.1, 0, () => {}, o),
};
const misused = {
  "mostSimilar: one word": () => vectors.mostSimilar(v, { positive: "war" }, { top: 1 })[0].word,
  "mostSimilar: one vector": () => vectors.mostSimilar(v, { positive: Float32Array.of(1, 2) }, { top: 1 })[0].word,
  "mostSimilar: numbers": () => vectors.mostSimilar(v, { positive: [1, 2] }),
  "mostSimilar: a number": () => vectors.mostSimilar(v, { positive: 7 }),
  "mostSimilar: another field": () => vectors.mostSimilar(v, { positive: ["tea"], negatives: ["pot"] }),
  "mostSimilar: no query": () => vectors.mostSimilar(v),
  "mostSimilar: null": () => vectors.mostSimilar(v, null),
  "mostSimilar: words": () => vectors.mostSimilar(v, ["tea", "pot"]),
  "mostSimilar: no vectors": () => vectors.mostSimilar(undefined, "tea"),
  "mostSimilar: a promise": () => vectors.mostSimilar(Promise.resolve(v), "tea"),
  "mostSimilar: a result of train": () => vectors.mostSimilar({ vectors: v, losses: [] }, "tea"),
  "mostSimilar: a list of lists": () => vectors.mostSimilar(v, { positive: [["tea"]] }),
  "mostSimilarBatch: a word": () => vectors.mostSimilarBatch(v, "tea"),
  "doesntMatch: a text": () => vectors.doesntMatch(v, "tea pot war"),
  "similarity: one word": () => vectors.similarity(v, "tea"),
  "analogy: two words": () => vectors.analogy(v, "tea", "pot"),
  "wordVectors: a list of numbers": () => vectors.wordVectors(["a"], [1, 2]),
  "wordVectors: doubles": () => vectors.wordVectors(["a"], Float64Array.of(1, 2)),
  "wordVectors: a text": () => vectors.wordVectors("a b", Float32Array.of(1, 2)),
  "wordVectors: a number as word": () => vectors.wordVectors([1], Float32Array.of(1, 2)),
  "int8Vectors: vectors": () => vectors.int8Vectors(v),
  "encodeVectors: no format": () => vectors.encodeVectors(v),
  "encodeVectors: another format": () => vectors.encodeVectors(v, "word2vec"),
  "decodeVectors: another format": () => vectors.decodeVectors(text, { format: "vec" }),
  "decodeVectors: a path": () => vectors.decodeVectors("a.txt"),
  "readVectors of a path: bytes": () => vectorsNode.readVectors(text),
  "train: sentences": () => word2vec.train([["a"]]),
  "train: a text": () => word2vec.train("a b c"),
  "train: nothing": () => word2vec.train(),
  "train: a promise": () => word2vec.train(Promise.resolve(corpus)),
  "train: a vocabulary": () => word2vec.train(corpus.vocabulary),
  "meanLoss: sentences": () => word2vec.meanLoss([["a"]], tables),
  "corpusFromText: a list": () => data.corpusFromText(["a", "b"]),
  "buildVocabulary: a text": () => data.buildVocabulary("a b"),
  "encode: a text": () => data.encode("a b", corpus.vocabulary, "drop"),
  "evaluateAnalogies: a text": () => evaluation.evaluateAnalogies(v, ": a"),
  "evaluateWordPairs: a path": () => evaluation.evaluateWordPairs(v, "pairs.txt"),
};
const foreign = {
  "mostSimilar": ["topn", "restrict_vocab", "indexer", "positive", "Top"],
  "train": ["hs", "size", "vector_size", "iter", "min_count", "sg", "workers", "alpha", "sample", "negative", "learning_rate", "dim", "ws", "lr", "cbow_mean", "ns_exponent", "sentences", "toString"],
  "readVectors of a path": ["binary", "fvocab", "encoding"],
  "buildVocabulary": ["min_count", "max_vocab_size"],
  "evaluateAnalogies": ["restrict_vocab", "case_insensitive", "dummy4unknown"],
  "unigramSampler": ["ns_exponent"],
  "adam": ["eps", "beta_1"],
  "choice": ["p"],
};
const said = async (call) => { try { return "-> " + JSON.stringify(await call()); } catch (error) { return error.name + ": " + error.message; } };
const out = { unknown: {}, kinds: {}, misused: {}, foreign: {} };
for (const [name, call] of Object.entries(calls)) {
  out.unknown[name] = await said(() => call({ unheardOf: undefined }));
  out.kinds[name] = [await said(() => call(7)), await said(() => call(null)), await said(() => call(["a"]))];
}
for (const [name, call] of Object.entries(misused)) out.misused[name] = await said(call);
for (const [name, options] of Object.entries(foreign)) out.foreign[name] = Object.fromEntries(await Promise.all(options.map(async (option) => [option, await said(() => calls[name]({ [option]: 3 }))])));
const all = { data, dataNode, evaluation, optimizers, random, sampling, vectors, vectorsNode, word2vec };
out.functions = Object.values(all).flatMap((exported) => Object.keys(exported).filter((name) => typeof exported[name] === "function"));
console.log(JSON.stringify(out));
`;
const found: {
  unknown: Record<string, string>;
  kinds: Record<string, string[]>;
  misused: Record<string, string>;
  foreign: Record<string, Record<string, string>>;
  functions: string[];
} = JSON.parse(await inNode(nodes[24], program, root));

/** Exported functions without options. */
const without =
  `aliasTable analogyTables bundledAnalogies bundledNeighbours bytesOfWord cacheDirectory checkCorpus clipGradientNorm
contextsAndTargets cosineDecay countIds cumulativeTable decodeIndex detectFormat distance doesntMatch drawFromAlias
drawFromCumulativeTable encode encodeBinary encodeCorpus encodeIndex encodeMetadata encodeText encodeWordList fork formatVocabulary
fromF16 fromInt8 int8Vectors integer keepProbability linearDecay missingWord nearestSpellings normal parseVocabulary pearson
permutation randomFromSeed replaceFiles rowOf sampleNegatives sampleNegativesWithReplacement sgd shuffle similarity spearman
stepDecay subsample textFilesIn threefry2x32 toF16 toInt8 uniform usefulThreads wordOfBytes zeroGradients`.split(/\s+/);

describe("a caller in plain JavaScript", () => {
  test("is told of an option that there is not, by every exported function that has options", () => {
    for (const [name, message] of Object.entries(found.unknown)) {
      expect([name, message]).toEqual([
        name,
        expect.stringMatching(/^TypeError: [a-zA-Z0-9]+: there is no option "unheardOf"; there are [^\n]+$/),
      ]);
    }
    const covered = new Set([...Object.keys(found.unknown), ...without]);
    expect(found.functions.filter((name) => !covered.has(name))).toEqual([]);
  });

  test("is told of options that are no object", () => {
    for (const [name, messages] of Object.entries(found.kinds)) {
      for (const message of messages) {
        expect([name, message]).toEqual([
          name,
          expect.stringMatching(
            /^TypeError: [a-zA-Z0-9]+: the options are (7|null|a list); they are an object, such as [^\n]+$/,
          ),
        ]);
      }
    }
  });

  test("is told what another tool's name is called here", () => {
    expect(found.foreign).toMatchInlineSnapshot();
  });

  test("is told in one line what an argument should have been", () => {
    expect(found.misused).toMatchInlineSnapshot();
  });
});
