import { describe, expect, test } from "vitest";
import { root } from "../../tools/workspace.js";
import { inNode, nodes } from "./in-node.js";

/** Calls of every exported function that has options, with `o` for them, and what callers without types may give it. */
const program = `
import * as argumentsPackage from "./packages/arguments/dist/index.js";
import * as bytesPackage from "./packages/bytes/dist/index.js";
import * as bytesNode from "./packages/bytes/dist/node/index.js";
import * as data from "./packages/data/dist/index.js";
import * as dataNode from "./packages/data/dist/node/index.js";
import * as layers from "./packages/layers/dist/index.js";
import * as losses from "./packages/losses/dist/index.js";
import * as models from "./packages/models/dist/index.js";
import * as tensor from "./packages/tensor/dist/index.js";
import * as evaluation from "./packages/evaluation/dist/index.js";
import * as optimizers from "./packages/optimizers/dist/index.js";
import * as random from "./packages/random/dist/index.js";
import * as sampling from "./packages/sampling/dist/index.js";
import * as vectors from "./packages/vectors/dist/index.js";
import * as vectorsNode from "./packages/vectors/dist/node/index.js";
import * as wasm from "./packages/wasm/dist/index.js";
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
  detectFormat: (o) => vectors.detectFormat(text, o),
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
  "mostSimilar: a word to restrict to": () => vectors.mostSimilar(v, "tea", { restrict: "pot" }),
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
  "decodeVectors: another choice": () => vectors.decodeVectors(text, { duplicates: "keep" }),
  "corpusFromText: another choice": () => data.corpusFromText("a b", { lineEnd: "none" }),
  "windowBatches: another choice": () => [...data.windowBatches(corpus, 2, 64, r, { edges: "keep" })],
  "encode: another choice": () => data.encode(["a"], corpus.vocabulary, "skip"),
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
const sampler = sampling.unigramSampler([1, 2, 3]);
const plainly = {
  "buildVocabulary: sentences": () => data.buildVocabulary([["a", "b"]]),
  "buildVocabulary: a number among words": () => data.buildVocabulary(["a", 3]),
  "encode: sentences": () => data.encode([["a"]], corpus.vocabulary, "drop"),
  "encode: a corpus for the vocabulary": () => data.encode(["a"], corpus, "drop"),
  "trimVocabulary: a corpus": () => data.trimVocabulary(corpus, { minCount: 2 }),
  "encodeCorpus: no vocabulary": () => data.encodeCorpus(corpus),
  "formatVocabulary: a corpus": () => data.formatVocabulary(corpus),
  "parseVocabulary: a number": () => data.parseVocabulary(5),
  "unspacedScript: a text": () => data.unspacedScript("abc"),
  "windowBatches: a seed": () => data.windowBatches(corpus, 2, 10, 5),
  "bundledCorpus: nothing": () => data.bundledCorpus(),
  "corpusFromText: onNote of a number": () => data.corpusFromText("a b", { onNote: 3 }),
  "readCorpora: nothing": () => data.readCorpora(),
  "readCorpora: texts": () => data.readCorpora(["a b"]),
  "readTextCorpus: a URL": () => dataNode.readTextCorpus(new URL("file:///a.txt")),
  "readTextCorpus: nothing": () => dataNode.readTextCorpus(),
  "readTextCorpus: no paths": () => dataNode.readTextCorpus([]),
  "textChunks: nothing": () => dataNode.textChunks(),
  "textFilesIn: no folder": () => dataNode.textFilesIn("/nonexistent"),
  "textFilesIn: another option": () => dataNode.textFilesIn("/nonexistent", { recursive: false }),
  "evaluateWordPairs: lists": () => evaluation.evaluateWordPairs(v, [["a", "b", 1]]),
  "evaluateAnalogies: lists": () => evaluation.evaluateAnalogies(v, [["a", "b", "c", "d"]]),
  "spearman: texts": () => evaluation.spearman("ab", "cd"),
  "encodeText: an option": () => vectors.encodeText(v, { digits: 3 }),
  "encodeBinary: an option": () => vectors.encodeBinary(v, { foo: 1 }),
  "encodeText: nothing": () => vectors.encodeText(),
  "mostSimilar: a negative ef": () => vectors.mostSimilar(v, "tea", { ef: -3 }),
  "mostSimilar: an index that is none": () => vectors.mostSimilar(v, "tea", { index: {} }),
  "mostSimilar: gensim's weights": () => vectors.mostSimilar(v, { positive: [["tea", 1]] }),
  "mostSimilar: a zero vector": () => vectors.mostSimilar(v, Float32Array.of(0, 0)).map(({ similarity }) => similarity),
  "mostSimilar: numbers to restrict to": () => vectors.mostSimilar(v, "tea", { restrict: [1, 2] }),
  "distance: a list": () => vectors.distance(v, "tea", ["pot", "war"]),
  "rowOf: a number": () => vectors.rowOf(v, 3),
  "toF16: nothing": () => vectors.toF16(),
  "toInt8: a list": () => vectors.toInt8([1, 2]),
  "toInt8: no dimension": () => vectors.toInt8(v.data),
  "otherSpellings: no words": () => vectors.otherSpellings(v),
  "otherSpellings: nothing": () => vectors.otherSpellings(),
  "encodeWordList: nothing": () => vectors.encodeWordList(),
  "decodeText: a limit in quotes": () => vectors.decodeText(text, { limit: "3" }),
  "writeVectors: swapped": () => vectorsNode.writeVectors(v, "a.bin"),
  "meanLoss: another dimension": () => word2vec.meanLoss(corpus, { input: new Float32Array(48), output: new Float32Array(48) }, { epochs: 3, learningRate: 9, dimension: 77, maxWords: 1 }),
  "train: no signal": () => word2vec.train(corpus, { signal: {} }),
  "train: onEpoch of a number": () => word2vec.train(corpus, { onEpoch: 5 }),
  "train: onProgress of a text": () => word2vec.train(corpus, { onProgress: "x" }),
  "subsample: a corpus": () => sampling.subsample(corpus),
  "subsample: a corpus and a threshold": () => sampling.subsample(corpus, 1e-3),
  "subsample: a threshold": () => sampling.subsample(corpus.ids, 1e-3),
  "keepProbability: counts": () => sampling.keepProbability([1, 2], 1e-3),
  "unigramSampler: nothing": () => sampling.unigramSampler(),
  "unigramSampler: an object": () => sampling.unigramSampler({ a: 1 }),
  "sampleNegatives: Math.random": () => sampling.sampleNegatives(sampler, [0], 2, Math.random),
  "fork: no label": () => random.fork(r),
  "shuffle: swapped": () => random.shuffle([1, 2], r),
  "choice: a seed": () => random.choice(1, 3),
  "sgd: a negative rate": () => optimizers.sgd(-1),
  "sgd: nothing": () => optimizers.sgd(),
  "adam: nothing": () => optimizers.adam(),
  "tensor: a list": () => tensor.tensor([2, 2], [1, 2, 3, 4]),
  "tensor: a number": () => tensor.tensor(2),
  "zeros: nothing": () => tensor.zeros(),
  "matrix: a list of numbers": () => tensor.matrix([1, 2]),
  "parameter: no value": () => tensor.parameter("a"),
  "affine: nothing": () => layers.affine(),
  "embedding: a tensor": () => layers.embedding(tensor.zeros([2, 2])),
  "chain: numbers": () => layers.chain(1, 2),
  "softmaxWithLoss: nothing": () => losses.softmaxWithLoss(),
  "cbow: nothing": () => models.cbow(),
  "skipGram: objects": () => models.skipGram({}, {}),
};
const foreign = {
  "mostSimilar": ["topn", "restrict_vocab", "indexer", "positive", "Top"],
  "train": ["hs", "size", "vector_size", "iter", "min_count", "sg", "workers", "alpha", "sample", "negative", "learning_rate", "dim", "ws", "lr", "cbow_mean", "ns_exponent", "sentences", "toString", "vectorSize", "window_size", "embeddingSize"],
  "readVectors of a path": ["binary", "fvocab", "encoding"],
  "buildVocabulary": ["min_count", "max_vocab_size"],
  "evaluateAnalogies": ["restrict_vocab", "case_insensitive", "dummy4unknown"],
  "unigramSampler": ["ns_exponent"],
  "adam": ["eps", "beta_1"],
  "choice": ["p"],
};
const said = async (call) => { try { return "-> " + JSON.stringify(await call()); } catch (error) { return error.name + ": " + error.message; } };
const out = { unknown: {}, kinds: {}, misused: {}, plainly: {}, foreign: {} };
for (const [name, call] of Object.entries(calls)) {
  out.unknown[name] = await said(() => call({ unheardOf: undefined }));
  out.kinds[name] = [await said(() => call(7)), await said(() => call(null)), await said(() => call(["a"]))];
}
for (const [name, call] of Object.entries(misused)) out.misused[name] = await said(call);
for (const [name, call] of Object.entries(plainly)) out.plainly[name] = await said(call);
for (const [name, options] of Object.entries(foreign)) out.foreign[name] = Object.fromEntries(await Promise.all(options.map(async (option) => [option, await said(() => calls[name]({ [option]: 3 }))])));
const all = { argumentsPackage, bytesNode, bytesPackage, data, dataNode, evaluation, optimizers, random, sampling, vectors, vectorsNode, wasm, word2vec };
out.functions = Object.values(all).flatMap((exported) => Object.keys(exported).filter((name) => typeof exported[name] === "function"));
console.log(JSON.stringify(out));
`;
const found: {
  unknown: Record<string, string>;
  kinds: Record<string, string[]>;
  misused: Record<string, string>;
  plainly: Record<string, string>;
  foreign: Record<string, Record<string, string>>;
  functions: string[];
} = JSON.parse(await inNode(nodes[24], program, root));

/** Exported functions without options. */
const without =
  `aliasTable checkChoice checkOptions givenKind inLines isList kernelHost memoryPlan pagesOf requireArgument reserve structView analogyFormat beginsAsGzip beginsAsZstd bundledAnalogies bundledNeighbours bytesOf bytesOfWord cacheDirectory
chainOptimizers checkCorpus checkRandom clipByGlobalNorm clipGradientNorm computeAccuracyText contextsAndTargets cosineDecay countIds cumulativeTable
decodeIndex defaultLearningRate distance doesntMatch drawFromAlias drawFromCumulativeTable encode encodeBinary encodeCorpus
encodeIndex encodeMetadata encodeText encodeWordList fileError fork formatOfPath formatVocabulary fromF16 fromInt8 gunzipMembers gunzipped
int8Vectors integer isDebris joinSchedules keepProbability laneDefaults linearDecay missingWord nearestSpellings normal openSource otherSpellings
parseVocabulary pearson permutation quotedWord randomFromSeed replaceFiles restoreState rowOf sampleNegatives
sampleNegativesWithReplacement saveState sgd shownValue shuffle similarity spearman stepDecay subsample textFilesIn threefry2x32 toF16
toInt8 uniform unpacked unspacedScript warmup wordOfBytes zstdFrames`.split(/\s+/);

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
    expect(without.filter((name) => !found.functions.includes(name))).toEqual([]);
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
    expect(found.foreign).toMatchInlineSnapshot(`
      {
        "adam": {
          "beta_1": "TypeError: adam: there is no option "beta_1"; it is called beta1 here",
          "eps": "TypeError: adam: there is no option "eps"; it is called epsilon here",
        },
        "buildVocabulary": {
          "max_vocab_size": "TypeError: buildVocabulary: there is no option "max_vocab_size"; it is called maxSize here",
          "min_count": "TypeError: buildVocabulary: there is no option "min_count"; it is called minCount here",
        },
        "choice": {
          "p": "TypeError: choice: there is no option "p"; it is called probabilities here",
        },
        "evaluateAnalogies": {
          "case_insensitive": "TypeError: evaluateAnalogies: there is no option "case_insensitive"; it is called caseFold here",
          "dummy4unknown": "TypeError: evaluateAnalogies: there is no option "dummy4unknown"; there is unknown: "skip", or what they count as",
          "restrict_vocab": "TypeError: evaluateAnalogies: there is no option "restrict_vocab"; it is called restrict here",
        },
        "mostSimilar": {
          "Top": "TypeError: mostSimilar: there is no option "Top"; it is called top here",
          "indexer": "TypeError: mostSimilar: there is no option "indexer"; it is called index here",
          "positive": "TypeError: mostSimilar: there is no option "positive"; it belongs to the query: mostSimilar(vectors, { positive: […] })",
          "restrict_vocab": "TypeError: mostSimilar: there is no option "restrict_vocab"; it is called restrict here",
          "topn": "TypeError: mostSimilar: there is no option "topn"; it is called top here",
        },
        "readVectors of a path": {
          "binary": "TypeError: readVectors: there is no option "binary"; a file's format is found out; { format: "binary" } or { format: "text" } chooses one",
          "encoding": "TypeError: readVectors: there is no option "encoding"; words are UTF-8, and bytes that are not come back as they were",
          "fvocab": "TypeError: readVectors: there is no option "fvocab"; there is list, in readVectors and decodeVectors",
        },
        "train": {
          "alpha": "TypeError: train: there is no option "alpha"; it is called learningRate here",
          "cbow_mean": "TypeError: train: there is no option "cbow_mean"; contexts are averaged; contextGradient: "word2vec" leaves out their share of the gradient, as gensim does",
          "dim": "TypeError: train: there is no option "dim"; it is called dimension here",
          "embeddingSize": "TypeError: train: there is no option "embeddingSize"; it is called dimension here",
          "hs": "TypeError: train: there is no option "hs"; training is by negative sampling; hierarchicalCbow of @wordloom/models has hierarchical softmax",
          "iter": "TypeError: train: there is no option "iter"; it is called epochs here",
          "learning_rate": "TypeError: train: there is no option "learning_rate"; it is called learningRate here",
          "lr": "TypeError: train: there is no option "lr"; it is called learningRate here",
          "min_count": "TypeError: train: there is no option "min_count"; trim the vocabulary: encodeCorpus(corpus, trimVocabulary(corpus.vocabulary, { minCount: 5 }), "drop") of @wordloom/data",
          "negative": "TypeError: train: there is no option "negative"; it is called negatives here",
          "ns_exponent": "TypeError: train: there is no option "ns_exponent"; it is called power here",
          "sample": "TypeError: train: there is no option "sample"; it is called subsample here",
          "sentences": "TypeError: train: there is no option "sentences"; the corpus comes first: train(corpusFromText(text)), with corpusFromText of @wordloom/data",
          "sg": "TypeError: train: there is no option "sg"; there is model: "skip-gram", or "cbow"",
          "size": "TypeError: train: there is no option "size"; it is called dimension here",
          "toString": "TypeError: train: there is no option "toString"; there are model, dimension, window, shrinking, crossSentences, negatives, power, subsample, epochs, learningRate, endLearningRate, batchSize, lanes, laneWords, negativePool, mergeInput, mergeOutput, seed, maxWords, threads, contextGradient, inPlace, signal, onProgress, onEpoch, onDivergence, onNote",
          "vectorSize": "TypeError: train: there is no option "vectorSize"; it is called dimension here",
          "vector_size": "TypeError: train: there is no option "vector_size"; it is called dimension here",
          "window_size": "TypeError: train: there is no option "window_size"; it is called window here",
          "workers": "TypeError: train: there is no option "workers"; it is called threads here",
          "ws": "TypeError: train: there is no option "ws"; it is called window here",
        },
        "unigramSampler": {
          "ns_exponent": "TypeError: unigramSampler: there is no option "ns_exponent"; it is called power here",
        },
      }
    `);
  });

  test("is told in one line what an argument should have been", () => {
    expect(found.misused).toMatchInlineSnapshot(`
      {
        "analogy: two words": "TypeError: analogy: undefined is neither a word nor a vector",
        "buildVocabulary: a text": "TypeError: buildVocabulary: the tokens are a string; they are a list of words, as text.split(/\\s+/) makes one",
        "corpusFromText: a list": "TypeError: corpusFromText: the text is an array; it is a string, lists of words joined by " " and "\\n", and readCorpus reads bytes and files",
        "corpusFromText: another choice": "RangeError: corpusFromText: lineEnd is "none"; it must be one of <eos>, boundary",
        "decodeVectors: a path": "TypeError: decodeVectors: the file is a string, not its bytes in memory, such as a Uint8Array; readVectors takes streams, responses and blobs, that of @wordloom/vectors/node a path",
        "decodeVectors: another choice": "RangeError: decodeVectors: duplicates is "keep"; it must be one of refuse, skip",
        "decodeVectors: another format": "RangeError: decodeVectors: the format is "vec"; there are binary, glove, npy, safetensors, text, tsv",
        "doesntMatch: a text": "TypeError: doesntMatch: the words are a string; they are a list, as text.split(" ") makes one",
        "encode: a text": "TypeError: encode: the tokens are a string; they are a list of words, as text.split(/\\s+/) makes one",
        "encode: another choice": "RangeError: encode: outOfVocabulary is "skip"; it must be one of drop, <unk>",
        "encodeVectors: another format": "RangeError: encodeVectors: the format is "word2vec"; there are binary, glove, npy, safetensors, text, tsv",
        "encodeVectors: no format": "RangeError: encodeVectors: the format is undefined; there are binary, glove, npy, safetensors, text, tsv",
        "evaluateAnalogies: a text": "TypeError: evaluateAnalogies: the test set is a string; parseAnalogies(text) makes one of a file's text",
        "evaluateWordPairs: a path": "TypeError: evaluateWordPairs: the test set is a string; parseWordPairs(text) makes one of a file's text",
        "int8Vectors: vectors": "TypeError: int8Vectors: the words are an object; of vectors they are made by int8Vectors(vectors.words, toInt8(vectors.data, vectors.dimension))",
        "meanLoss: sentences": "TypeError: meanLoss: the corpus is an array; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one; lists of words are joined to a text by " ", and lists by "\\n"",
        "mostSimilar: a list of lists": "TypeError: mostSimilar: the query is a list of words, whose place is { positive: […] }",
        "mostSimilar: a number": "TypeError: mostSimilar: positive is a number; it is a list of words and vectors",
        "mostSimilar: a promise": "TypeError: mostSimilar: the vectors are a promise, which is to be awaited first; wordVectors, readVectors, or train of @wordloom/word2vec makes them",
        "mostSimilar: a result of train": "TypeError: mostSimilar: the vectors are an object; wordVectors, readVectors, or train of @wordloom/word2vec makes them",
        "mostSimilar: a word to restrict to": "TypeError: mostSimilar: restrict is a string; it is a number of rows, or a list or set of words",
        "mostSimilar: another field": "TypeError: mostSimilar: the query has no "negatives"; it is a word, a vector, or { positive: […], negative: […] }",
        "mostSimilar: no query": "TypeError: mostSimilar: undefined is neither a word nor a vector",
        "mostSimilar: no vectors": "TypeError: mostSimilar: the vectors are undefined; wordVectors, readVectors, or train of @wordloom/word2vec makes them",
        "mostSimilar: null": "TypeError: mostSimilar: the query is null; it is a word, a vector, or { positive: […], negative: […] }",
        "mostSimilar: numbers": "TypeError: mostSimilar: positive is a list of numbers; a vector has its place in a list; it is a list of words and vectors",
        "mostSimilar: one vector": "-> "tea"",
        "mostSimilar: one word": "-> "pot"",
        "mostSimilar: words": "TypeError: mostSimilar: the query is a list of words, whose place is { positive: […] }",
        "mostSimilarBatch: a word": "TypeError: mostSimilarBatch: the queries are a string; they are a list, and mostSimilar takes one",
        "readVectors of a path: bytes": "TypeError: readVectors: the path is a Uint8Array; it is a string, and readVectors of @wordloom/vectors reads bytes and streams",
        "similarity: one word": "TypeError: similarity: undefined is neither a word nor a vector",
        "train: a promise": "TypeError: train: the corpus is a promise, which is to be awaited first; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one",
        "train: a text": "TypeError: train: the corpus is a string; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one",
        "train: a vocabulary": "TypeError: train: the corpus is an object; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one",
        "train: nothing": "TypeError: train: the corpus is undefined; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one",
        "train: sentences": "TypeError: train: the corpus is an array; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one; lists of words are joined to a text by " ", and lists by "\\n"",
        "windowBatches: another choice": "RangeError: windowBatches: edges is "keep"; it must be one of drop, shorten",
        "wordVectors: a list of numbers": "TypeError: wordVectors: the numbers are an array; they are a Float32Array, as Float32Array.from(data.flat()) makes one",
        "wordVectors: a number as word": "TypeError: wordVectors: word 0 is a number; words are strings",
        "wordVectors: a text": "TypeError: wordVectors: the words are a string; they are a list of strings",
        "wordVectors: doubles": "TypeError: wordVectors: the numbers are a Float64Array; they are a Float32Array, as Float32Array.from(data) makes one",
      }
    `);
  });

  test("gets one line, by the function's own name, for what it can't be called with", () => {
    for (const [name, message] of Object.entries(found.plainly)) {
      const [caller] = name.split(":");
      if (message.startsWith("->")) continue;
      expect([name, message]).toEqual([
        name,
        expect.stringMatching(new RegExp(`^(Type|Range)?Error: ${caller}: [^\\n]+$`)),
      ]);
      expect(message).not.toMatch(/\[object|Cannot read|is not a function|is not iterable/);
    }
    expect(found.plainly).toMatchInlineSnapshot(`
      {
        "adam: nothing": "TypeError: adam: the learning rate is undefined; it must be a number, or a function from step to number",
        "affine: nothing": "TypeError: affine: the weight is undefined; parameter("name", tensor) makes one",
        "buildVocabulary: a number among words": "TypeError: buildVocabulary: a token is a number; tokens are strings",
        "buildVocabulary: sentences": "TypeError: buildVocabulary: a token is an array; of sentences, sentences.flat() is a list of words",
        "bundledCorpus: nothing": "TypeError: bundledCorpus: the generator is undefined; randomFromSeed(seed) makes one",
        "cbow: nothing": "TypeError: cbow: the table of input vectors is undefined; parameter("name", tensor) makes one",
        "chain: numbers": "TypeError: chain: layer 0 is a number; affine(weight, bias) and the like make layers",
        "choice: a seed": "TypeError: choice: the generator is a number; randomFromSeed(seed) makes one",
        "corpusFromText: onNote of a number": "TypeError: corpusFromText: onNote is a value of the kind number; it is a function, which is told",
        "decodeText: a limit in quotes": "RangeError: decodeText: limit is "3"; a whole number of rows, at least 1, would be right",
        "distance: a list": "TypeError: distance: a list of words is neither a word nor a vector; it is called once for each word",
        "embedding: a tensor": "TypeError: embedding: the table is an object; parameter("name", tensor) makes one",
        "encode: a corpus for the vocabulary": "TypeError: encode: the vocabulary is an object; of a corpus it is corpus.vocabulary",
        "encode: sentences": "TypeError: encode: a token is an array; of sentences, sentences.flat() is a list of words",
        "encodeBinary: an option": "TypeError: encodeBinary: there is no option "foo"; there are none; encodeVectors(vectors, format, options) has some",
        "encodeCorpus: no vocabulary": "TypeError: encodeCorpus: the vocabulary is undefined; buildVocabulary(words) makes one",
        "encodeText: an option": "TypeError: encodeText: there is no option "digits"; there are none; a number has as many digits as bring it back",
        "encodeText: nothing": "TypeError: encodeText: the vectors are undefined; wordVectors, readVectors, or train of @wordloom/word2vec makes them",
        "encodeWordList: nothing": "TypeError: encodeWordList: the list is undefined; it is vectors, or { words: ["a", "b"] } with counts or without",
        "evaluateAnalogies: lists": "TypeError: evaluateAnalogies: entry 0 of the test set is an array; each has name, questions, as parseAnalogies(text) makes them of a file's text",
        "evaluateWordPairs: lists": "TypeError: evaluateWordPairs: entry 0 of the test set is an array; each has first, second, score, as parseWordPairs(text) makes them of a file's text",
        "fork: no label": "TypeError: fork: the label is undefined; it is a name, or a whole number",
        "formatVocabulary: a corpus": "TypeError: formatVocabulary: the vocabulary is an object; of a corpus it is corpus.vocabulary",
        "keepProbability: counts": "TypeError: keepProbability: the count is an array; it is called with a count, the total and a threshold",
        "matrix: a list of numbers": "TypeError: matrix: the rows are an array; they are a list of lists of numbers",
        "meanLoss: another dimension": "RangeError: meanLoss: dimension is 77, and the tables have rows of 8; leave it out",
        "mostSimilar: a negative ef": "RangeError: mostSimilar: ef is -3; it must be a whole number, from 1 to 16384",
        "mostSimilar: a zero vector": "-> [0,0,0]",
        "mostSimilar: an index that is none": "TypeError: mostSimilar: the index is an object; approximateIndex(vectors) or decodeIndex(bytes) makes one",
        "mostSimilar: gensim's weights": "TypeError: mostSimilar: the query has a list of a word and a number, as gensim has weights; there are none here: a word that is to count twice comes twice",
        "mostSimilar: numbers to restrict to": "TypeError: mostSimilar: restrict has a number; it is a number of rows, or words",
        "otherSpellings: no words": "TypeError: otherSpellings: the unknown words are undefined; they are a list of strings",
        "otherSpellings: nothing": "TypeError: otherSpellings: the vectors are undefined; they have words, as readVectors makes them",
        "parameter: no value": "TypeError: parameter: the value is undefined; tensor, matrix and ids of @wordloom/tensor make tensors",
        "parseVocabulary: a number": "TypeError: parseVocabulary: the text is a number; it is a string, what the file holds",
        "readCorpora: nothing": "TypeError: readCorpora: the texts are undefined; they are a list, each { chunks, source }, such as { chunks: bytes, source: "a.txt" }",
        "readCorpora: texts": "TypeError: readCorpora: text 0 is a string; each is { chunks, source }, such as { chunks: bytes, source: "a.txt" }",
        "readTextCorpus: a URL": "TypeError: readTextCorpus: the path is a URL; it is a string, or a list of strings; fileURLToPath of node:url makes one of a file's URL",
        "readTextCorpus: no paths": "Error: readTextCorpus: the list of paths is empty; there is no text to read",
        "readTextCorpus: nothing": "TypeError: readTextCorpus: the path is undefined; it is a string, or a list of strings; fileURLToPath of node:url makes one of a file's URL",
        "rowOf: a number": "TypeError: rowOf: the word is a number; words are strings; a row's is vectors.words[row]",
        "sampleNegatives: Math.random": "TypeError: sampleNegatives: the generator is a function; randomFromSeed(seed) makes one",
        "sgd: a negative rate": "RangeError: sgd: the learning rate is -1; it must be a finite number, at least 0",
        "sgd: nothing": "TypeError: sgd: the learning rate is undefined; it must be a number, or a function from step to number",
        "shuffle: swapped": "TypeError: shuffle: the generator is an array; randomFromSeed(seed) makes one",
        "skipGram: objects": "TypeError: skipGram: the table of input vectors is an object; parameter("name", tensor) makes one",
        "softmaxWithLoss: nothing": "TypeError: softmaxWithLoss: the tensor of logits is undefined; tensor, matrix and ids of @wordloom/tensor make tensors",
        "spearman: texts": "TypeError: spearman: the first list is a string; both are lists of numbers",
        "subsample: a corpus": "TypeError: subsample: the ids are an object; they are a list of numbers, such as corpus.ids",
        "subsample: a corpus and a threshold": "TypeError: subsample: the ids are an object; they are a list of numbers, such as corpus.ids",
        "subsample: a threshold": "TypeError: subsample: the chances to keep are a number; they are one for each word, of keepProbability",
        "tensor: a list": "TypeError: tensor: the data is an array; it is a Float32Array or Float64Array; matrix takes lists",
        "tensor: a number": "TypeError: tensor: the shape is a number; it is a list of lengths, such as [2, 3]",
        "textChunks: nothing": "TypeError: textChunks: the file is undefined; it is a path, or a stream; fileURLToPath of node:url makes a path of a file's URL",
        "textFilesIn: another option": "TypeError: textFilesIn: there is no option "recursive"; there is onNote; folders in the folder are always looked into",
        "textFilesIn: no folder": "Error: textFilesIn: there is no folder /nonexistent",
        "toF16: nothing": "TypeError: toF16: the numbers are undefined; they are a Float32Array, such as vectors.data",
        "toInt8: a list": "TypeError: toInt8: the numbers are an array; they are a Float32Array, such as vectors.data",
        "toInt8: no dimension": "TypeError: toInt8: the dimension is undefined; toInt8(vectors.data, vectors.dimension)",
        "train: no signal": "TypeError: train: the signal is an object; it is that of an AbortController, controller.signal",
        "train: onEpoch of a number": "TypeError: train: onEpoch is a value of the kind number; it is a function, which is told",
        "train: onProgress of a text": "TypeError: train: onProgress is "x"; it is a function, which is told",
        "trimVocabulary: a corpus": "TypeError: trimVocabulary: the vocabulary is an object; of a corpus it is corpus.vocabulary",
        "unigramSampler: an object": "TypeError: unigramSampler: the counts are an object; they are a list with one for each word, such as corpus.vocabulary.counts",
        "unigramSampler: nothing": "TypeError: unigramSampler: the counts are undefined; they are a list with one for each word, such as corpus.vocabulary.counts",
        "unspacedScript: a text": "TypeError: unspacedScript: the vocabulary is a string; buildVocabulary(words) makes one",
        "windowBatches: a seed": "TypeError: windowBatches: the generator is a number; randomFromSeed(seed) makes one",
        "writeVectors: swapped": "TypeError: writeVectors: the path is an object; it is a string: writeVectors(path, vectors)",
        "zeros: nothing": "TypeError: zeros: the shape is undefined; it is a list of lengths, such as [2, 3]",
      }
    `);
  });
});
