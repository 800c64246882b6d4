import { logistic } from "@wordloom/layers";
import { checkPrecision, checkShape, checkTensor, type Tensor, zerosLike } from "@wordloom/tensor";
import type { LossValue } from "./loss.js";

/**
 * Computes sigmoid and binary cross-entropy in one, from logits.
 *
 * `L = mean over all entries of max(x, 0) − x·t + log1p(exp(−|x|))`, which equals `−log σ(x)` for `t = 1` and `−log σ(−x)` for `t = 0`, finite at
 * ±800. The gradient is `(σ(x) − t) / n` for n entries. word2vec sums over the `1 + K` columns of an example instead:
 * multiply by `1 + K` to compare.
 *
 * @param logits - any shape
 * @param labels - in the shape of the logits: 1 for the target, 0 for a negative, or any probability between
 * @throws ShapeError if the shapes or precisions differ; nothing is broadcast
 * @throws RangeError if there are no entries
 *
 * @example
 * sigmoidWithLoss(matrix([[0, 0]]), matrix([[1, 0]])).value // 0.6931471805599453
 */
export function sigmoidWithLoss(logits: Tensor, labels: Tensor): LossValue {
  checkTensor("sigmoidWithLoss", "the tensor of logits", logits);
  checkTensor("sigmoidWithLoss", "the tensor of labels", labels);
  checkShape("sigmoidWithLoss", "labels", labels, logits.shape);
  checkPrecision("sigmoidWithLoss", logits, labels);
  const n = logits.data.length;
  if (n === 0)
    throw new RangeError(`sigmoidWithLoss: there is no entry in [${logits.shape.join(", ")}]; is the batch empty?`);
  const x = logits.data;
  const t = labels.data;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.max(x[i], 0) - x[i] * t[i] + Math.log1p(Math.exp(-Math.abs(x[i])));
  return {
    value: sum / n,
    backward(dLoss = 1) {
      const dLogits = zerosLike(logits);
      for (let i = 0; i < n; i++) dLogits.data[i] = (dLoss * (logistic(x[i]) - t[i])) / n;
      return dLogits;
    },
  };
}
