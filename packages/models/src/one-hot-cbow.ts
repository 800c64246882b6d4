import { matmul } from "@wordloom/layers";
import { softmaxWithLoss } from "@wordloom/losses";
import { checkParameter, type Parameter, precisionOf } from "@wordloom/tensor";
import type { Batch } from "./batch.js";
import { meanOneHot } from "./mean-one-hot.js";
import type { Model } from "./model.js";

/**
 * Makes the CBOW that the chapter starts from: one-hot vectors times a weight, and a softmax over the whole vocabulary.
 *
 * `h = x · W_in` with `x[b]` the mean of the one-hot vectors of the contexts, `L = softmaxWithLoss(h · W_out, targets)`. Every
 * step multiplies by all V rows twice; it is here to be compared with {@link cbow}, and for small vocabularies.
 *
 * @param inputVectors - W_in, `[V, D]`
 * @param outputVectors - W_out, `[D, V]`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if an id is outside its table, or the batch is empty
 */
export function oneHotCbow(inputVectors: Parameter, outputVectors: Parameter): Model<Batch> {
  checkParameter("oneHotCbow", "the table of input vectors", inputVectors);
  checkParameter("oneHotCbow", "the table of output vectors", outputVectors);
  const V = inputVectors.value.shape[0];
  const hiddenLayer = matmul(inputVectors);
  const outputLayer = matmul(outputVectors);
  return {
    inputVectors,
    outputVectors,
    parameters: [inputVectors, outputVectors],
    forward({ contexts, targets }) {
      const hidden = hiddenLayer.forward(meanOneHot(contexts, V, precisionOf(inputVectors.value)));
      const logits = outputLayer.forward(hidden.output);
      const loss = softmaxWithLoss(logits.output, targets);
      return {
        value: loss.value,
        backward(dLoss) {
          hidden.backward(logits.backward(loss.backward(dLoss)));
        },
      };
    },
  };
}
