// Trains with the layers in a process of its own and prints one line of JSON: the loop of the book's preset. Only the epochs
// are timed.
import { writeFile } from "node:fs/promises";
import { type Corpus, windowBatches } from "@wordloom/data";
import { cbow, skipGram } from "@wordloom/models";
import { adam, sgd } from "@wordloom/optimizers";
import { fork, normals, type Random, randomFromSeed } from "@wordloom/random";
import { keepProbability, sampleNegatives, subsample, unigramSampler } from "@wordloom/sampling";
import { kernelMemory, type Parameter, parameter, zeroGradients, zerosIn } from "@wordloom/tensor";
import { encodeBinary, wordVectors } from "@wordloom/vectors";
import { frequentWords } from "./frequent-words.ts";
import type { TrainingTask } from "./program.ts";

/** The book's. */
const batchSize = 100;
/** Of a mean over the batch; 5 is 0.05 for each target. */
const rates = { adam: 0.001, sgd: 5 };

const {
  settings,
  corpusPath,
  vectorsPath,
  optimizer: name,
} = JSON.parse(process.argv[2]) as TrainingTask & {
  readonly optimizer: keyof typeof rates;
};
const { model: kind, dimension: D, window, negatives: K, epochs, seed, minCount } = settings;
const corpus = await frequentWords(corpusPath, minCount);
const { words, counts } = corpus.vocabulary;
const random = randomFromSeed(seed);
const model = (kind === "cbow" ? cbow : skipGram)(table("input"), table("output"));
const { learningRate = rates[name] } = settings;
const optimizer = name === "adam" ? adam(learningRate) : sgd(learningRate);
const state = optimizer.init(model.parameters);
const sampler = unigramSampler(counts);
const keep = counts.map((count) => keepProbability(count, corpus.ids.length, settings.subsample));

const start = performance.now();
for (let epoch = 1; epoch <= epochs; epoch++) trainEpoch(fork(random, epoch));
const seconds = (performance.now() - start) / 1000;

const inputVectors = Float32Array.from(model.inputVectors.value.data);
await writeFile(vectorsPath, encodeBinary(wordVectors(words, inputVectors)));
console.log(JSON.stringify({ seconds }));

function trainEpoch(epochRandom: Random): void {
  const text = settings.subsample === 0 ? corpus : thinned(fork(epochRandom, "subsample"));
  const negatives = fork(epochRandom, "negatives");
  const options = { shrinking: true, edges: "shorten" } as const;
  for (const { contexts, targets } of windowBatches(text, window, batchSize, epochRandom, options)) {
    model.forward({ contexts, targets, negatives: sampleNegatives(sampler, targets.data, K, negatives) }).backward();
    optimizer.update(state, model.parameters);
    zeroGradients(model.parameters);
  }
}

function thinned(draws: Random): Corpus {
  return { ...corpus, ids: subsample(corpus.ids, keep, draws), sentenceStarts: Int32Array.of(0) };
}

/** With room for its gradient and the optimizer's state, so that all of it is where the kernels work. */
function table(label: string): Parameter {
  const memory = kernelMemory((1 + 1 + 2) * 4 * words.length * D);
  const value = zerosIn(memory, [words.length, D]);
  normals(fork(random, label), value.data, { std: 0.01 });
  return parameter(label, value);
}
