import { meanEmbedding } from "@wordloom/layers";
import { negativeSamplingLoss } from "@wordloom/losses";
import { checkParameter, type Parameter } from "@wordloom/tensor";
import type { SampledBatch } from "./batch.js";
import type { Model } from "./model.js";

/**
 * Makes a continuous bag of words with negative sampling: the mean of the context vectors predicts the target.
 *
 * `h[b] = mean_c input[contexts[b, c]]`, then the negative-sampling loss of `h` against the target and its negatives.
 * The gradient is the true one: each of n context rows receives `1/n` of it (see `meanEmbedding` of `@wordloom/layers`).
 *
 * @param inputVectors - the table of contexts, whose rows are the word vectors, `[V, D]`
 * @param outputVectors - the table of targets, `[V, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if an id is outside its table, or a target has no context
 * @see Mikolov et al. 2013, https://arxiv.org/abs/1301.3781
 */
export function cbow(inputVectors: Parameter, outputVectors: Parameter): Model<SampledBatch> {
  checkParameter("cbow", "the table of input vectors", inputVectors);
  checkParameter("cbow", "the table of output vectors", outputVectors);
  const hiddenLayer = meanEmbedding(inputVectors);
  const lossLayer = negativeSamplingLoss(outputVectors);
  return {
    inputVectors,
    outputVectors,
    parameters: [inputVectors, outputVectors],
    forward({ contexts, targets, negatives }) {
      const hidden = hiddenLayer.forward(contexts);
      const loss = lossLayer.forward({ hidden: hidden.output, targets, negatives });
      return {
        value: loss.value,
        backward: (dLoss) => hidden.backward(loss.backward(dLoss)),
      };
    },
  };
}
