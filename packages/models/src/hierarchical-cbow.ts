import { meanEmbedding } from "@wordloom/layers";
import { type HuffmanCode, hierarchicalSoftmax } from "@wordloom/losses";
import { checkParameter, type Parameter } from "@wordloom/tensor";
import type { Batch } from "./batch.js";
import type { Model } from "./model.js";

/**
 * Makes a continuous bag of words with hierarchical softmax, word2vec's `-hs 1`: the mean of the context vectors leads through a binary
 * tree to the target. A true distribution over the vocabulary, with no negatives to draw.
 *
 * `h[b] = mean_c input[contexts[b, c]]`, then `hierarchicalSoftmax` of `h` and the targets; the gradient is the true one, as
 * with `cbow`.
 *
 * @param inputVectors - the table of contexts, whose rows are the word vectors, `[V, D]`
 * @param outputVectors - the table of the inner nodes of the tree, `[V − 1, D]`
 * @param code - `huffmanCode(counts)` of `@wordloom/losses`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if an id is outside its table, or a target has no context
 * @see Mikolov et al. 2013, section 2.1, https://arxiv.org/abs/1310.4546
 */
export function hierarchicalCbow(inputVectors: Parameter, outputVectors: Parameter, code: HuffmanCode): Model<Batch> {
  checkParameter("hierarchicalCbow", "the table of input vectors", inputVectors);
  checkParameter("hierarchicalCbow", "the table of output vectors", outputVectors);
  const hiddenLayer = meanEmbedding(inputVectors);
  const lossLayer = hierarchicalSoftmax(outputVectors, code);
  return {
    inputVectors,
    outputVectors,
    parameters: [inputVectors, outputVectors],
    forward({ contexts, targets }) {
      const hidden = hiddenLayer.forward(contexts);
      const loss = lossLayer.forward({ hidden: hidden.output, targets });
      return {
        value: loss.value,
        backward: (dLoss) => hidden.backward(loss.backward(dLoss)),
      };
    },
  };
}
