import { embedding } from "@wordloom/layers";
import { negativeSamplingLoss } from "@wordloom/losses";
import { checkParameter, type Ids, NO_ROW, type Parameter } from "@wordloom/tensor";
import type { SampledBatch } from "./batch.js";
import type { Model } from "./model.js";

/**
 * Makes a skip-gram with negative sampling: each context vector alone predicts the target.
 *
 * `L = 1/B · Σ_b Σ_c nsl(input[contexts[b, c]], targets[b], negatives[b])`, where nsl is the negative-sampling loss of one
 * example: sum over the contexts, mean over the targets, as in equation 1 of the paper. Its pairs are read in
 * word2vec.c's and gensim's direction, in which a whole text has as many of each pair as in the other, target predicts context. The
 * K negatives of a target are shared by its contexts; for negatives of their own, give each pair a line, with C = 1.
 *
 * @param inputVectors - the table of contexts, whose rows are the word vectors, `[V, D]`
 * @param outputVectors - the table of targets, `[V, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if an id is outside its table, or no target has a context
 * @see Mikolov et al. 2013, https://arxiv.org/abs/1310.4546
 */
export function skipGram(inputVectors: Parameter, outputVectors: Parameter): Model<SampledBatch> {
  checkParameter("skipGram", "the table of input vectors", inputVectors);
  checkParameter("skipGram", "the table of output vectors", outputVectors);
  const hiddenLayer = embedding(inputVectors);
  const lossLayer = negativeSamplingLoss(outputVectors);
  return {
    inputVectors,
    outputVectors,
    parameters: [inputVectors, outputVectors],
    forward(batch) {
      const pairs = pairsOf(batch);
      const hidden = hiddenLayer.forward(pairs.inputs);
      const loss = lossLayer.forward({ hidden: hidden.output, targets: pairs.targets, negatives: pairs.negatives });
      // The loss is a mean over P pairs; a sum over the contexts of a target, meaned over B, is P/B times that.
      const pairsPerTarget = pairs.targets.data.length / batch.targets.data.length;
      return {
        value: loss.value * pairsPerTarget,
        backward: (dLoss = 1) => hidden.backward(loss.backward(dLoss * pairsPerTarget)),
      };
    },
  };
}

/** One line for each context: P inputs `[P]`, their targets `[P]`, the negatives `[P, K]` of these. */
function pairsOf({ contexts, targets, negatives }: SampledBatch): { inputs: Ids; targets: Ids; negatives: Ids } {
  const [B, C] = contexts.shape;
  const K = negatives.shape[1];
  const inputs: number[] = [];
  const lines: number[] = [];
  for (let i = 0; i < B * C; i++) {
    if (contexts.data[i] === NO_ROW) continue;
    inputs.push(contexts.data[i]);
    lines.push(Math.floor(i / C));
  }
  const P = inputs.length;
  const pairNegatives = new Int32Array(P * K);
  for (let p = 0; p < P; p++) {
    for (let k = 0; k < K; k++) pairNegatives[p * K + k] = negatives.data[lines[p] * K + k];
  }
  return {
    inputs: { shape: [P], data: Int32Array.from(inputs) },
    targets: { shape: [P], data: Int32Array.from(lines, (b) => targets.data[b]) },
    negatives: { shape: [P, K], data: pairNegatives },
  };
}
