// An optimizer is the rule for one row. `rowOptimizer` makes its state and calls it for the rows that a batch has touched.
import { bundledCorpus, corpusFromText, windowBatches } from "@wordloom/data";
import { cbow } from "@wordloom/models";
import { adam, type Optimizer, rowOptimizer, type Schedule } from "@wordloom/optimizers";
import { fork, normals, randomFromSeed } from "@wordloom/random";
import { sampleNegatives, unigramSampler } from "@wordloom/sampling";
import { matrix, type Parameter, parameter, tensor, touchRow, zeroGradients } from "@wordloom/tensor";

/**
 * Lion, `θ ← θ − rate · sign(β₁ · m + (1 − β₁) · g)`, then `m ← β₂ · m + (1 − β₂) · g`: every number moves by the same amount.
 *
 * @see Chen et al. 2023, https://arxiv.org/abs/2302.06675
 */
function lion(learningRate: number | Schedule, beta1 = 0.9, beta2 = 0.99): Optimizer {
  return rowOptimizer(
    learningRate,
    1,
    ({ value, grad, slots: [momentum], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        const [m, g] = [momentum[i], grad[i]];
        value[i] -= rate * Math.sign(beta1 * m + (1 - beta1) * g);
        momentum[i] = beta2 * m + (1 - beta2) * g;
      }
    },
    { name: "lion" },
  );
}

// By hand. The second gradient is against the momentum, but not enough to turn the step around; row 0 is never visited.
const small = parameter(
  "small",
  matrix(
    [
      [7, 7],
      [1, 1],
    ],
    "f64",
  ),
);
const byHand = lion(0.5);
const state = byHand.init([small]);
const step = (gradient: number[]) => {
  small.grad.data.set(gradient, 2);
  touchRow(small, 1);
  byHand.update(state, [small]);
  zeroGradients([small]);
};
step([3, -40]);
console.log(small.value.data.join(" ")); // 7 7 0.5 1.5
step([-0.1, 1]);
console.log(small.value.data.join(" ")); // 7 7 0 2

// At work, beside Adam: the losses of two epochs of CBOW, from the same weights and on the same batches.
const random = randomFromSeed(1);
const corpus = corpusFromText(bundledCorpus(random, { tokens: 50_000 }).train);
const sampler = unigramSampler(corpus.vocabulary.counts);
const [V, D] = [corpus.vocabulary.words.length, 16];

function losses(optimizer: Optimizer): string {
  const table = (name: string): Parameter =>
    parameter(name, tensor([V, D], normals(fork(random, name), new Float32Array(V * D), { std: 0.1 })));
  const model = cbow(table("input"), table("output"));
  const state = optimizer.init(model.parameters);
  const means = [0, 1].map((epoch) => {
    const draws = fork(random, epoch);
    const values: number[] = [];
    for (const { contexts, targets } of windowBatches(corpus, 5, 100, draws)) {
      const negatives = sampleNegatives(sampler, targets.data, 5, draws);
      const { value, backward } = model.forward({ contexts, targets, negatives });
      backward();
      optimizer.update(state, model.parameters);
      zeroGradients(model.parameters);
      values.push(value);
    }
    return values.reduce((sum, each) => sum + each) / values.length;
  });
  return means.map((mean) => mean.toFixed(2)).join(" ");
}
console.log(losses(adam(0.01))); // 2.49 1.39
console.log(losses(lion(0.005))); // 2.79 1.47
