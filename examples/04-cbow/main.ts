// The chapter's program: CBOW with negative sampling, on a small text that comes with the package.
import { bundledAnalogies, bundledCorpus, corpusFromText, windowBatches } from "@wordloom/data";
import { cbow } from "@wordloom/models";
import { adam } from "@wordloom/optimizers";
import { fork, normals, randomFromSeed } from "@wordloom/random";
import { sampleNegatives, unigramSampler } from "@wordloom/sampling";
import { type Parameter, parameter, tensor, zeroGradients } from "@wordloom/tensor";
import { analogy, mostSimilar, wordVectors } from "@wordloom/vectors";

const random = randomFromSeed(1);
const corpus = corpusFromText(bundledCorpus(random).train);
const { words, counts } = corpus.vocabulary;
const [V, D] = [words.length, 32];
console.log(`${corpus.ids.length} tokens, ${V} words`); // 200016 tokens, 995 words

const table = (name: string): Parameter =>
  parameter(name, tensor([V, D], normals(fork(random, name), new Float32Array(V * D), { std: 0.01 })));
const model = cbow(table("input"), table("output"));
const optimizer = adam(0.01);
const state = optimizer.init(model.parameters);
const sampler = unigramSampler(counts);

const losses: number[] = [];
for (let epoch = 0; epoch < 4; epoch++) {
  const each: number[] = [];
  for (const { contexts, targets } of windowBatches(corpus, 5, 100, fork(random, epoch))) {
    const negatives = sampleNegatives(sampler, targets.data, 5, random);
    const { value, backward } = model.forward({ contexts, targets, negatives });
    backward();
    optimizer.update(state, model.parameters);
    zeroGradients(model.parameters);
    each.push(value);
  }
  losses.push(each.reduce((sum, value) => sum + value) / each.length);
}
console.log(losses.map((loss) => loss.toFixed(2)).join(" ")); // 1.37 0.66 0.50 0.42

const vectors = wordVectors(words, Float32Array.from(model.inputVectors.value.data));
const nearest = (word: string) => mostSimilar(vectors, word, { top: 3 }).map((each) => each.word);
console.log(nearest("you").join(" ")); // they i we
console.log(nearest("toyota").join(" ")); // nissan volvo honda
console.log(analogy(vectors, "king", "man", "queen", { top: 1 })[0].word); // woman

// The corpus is made so that its relations are known: how many questions about them come out right?
const questions = bundledAnalogies().flatMap((section) => section.questions);
const right = questions.filter(([a, b, c, d]) => analogy(vectors, a, b, c, { top: 1 })[0].word === d);
console.log(`${right.length} of ${questions.length} analogies`); // 844 of 856 analogies
