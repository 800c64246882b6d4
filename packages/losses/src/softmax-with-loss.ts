import {
  asMatrix,
  checkRowIds,
  checkShape,
  checkTensor,
  exp,
  type Ids,
  type Tensor,
  zerosLike,
} from "@wordloom/tensor";
import type { LossValue } from "./loss.js";

/**
 * Computes softmax and cross-entropy in one, from logits: `L` is the mean over the targets of `log Σ_v exp(x[v]) − x[target]`.
 *
 * The largest logit is taken off first, so that nothing overflows. The gradient is `(softmax(x) − onehot(target)) / B`.
 *
 * @param logits - `[B, V]`, or `[…, V]` with any axes before, such as the steps of a sequence; B counts all of their lines
 * @param targets - the class of each line: `[B]`, or the axes of the logits but for the last
 * @throws ShapeError if the targets have other axes
 * @throws RangeError if a target is outside the V classes, or the batch is empty
 *
 * @example
 * softmaxWithLoss(matrix([[0, 0]], "f64"), ids([1], [0])).value // 0.6931471805599453
 */
export function softmaxWithLoss(logits: Tensor, targets: Ids): LossValue {
  checkTensor("softmaxWithLoss", "the tensor of logits", logits);
  checkTensor("softmaxWithLoss", "the tensor of targets", targets);
  const [B, V] = asMatrix(logits).shape;
  checkTargets(targets, logits.shape.slice(0, -1), B, V);
  const probabilities = zerosLike(logits);
  const x = logits.data;
  const p = probabilities.data;
  let sum = 0;
  for (let b = 0; b < B; b++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let v = b * V; v < (b + 1) * V; v++) largest = Math.max(largest, x[v]);
    let total = 0;
    for (let v = b * V; v < (b + 1) * V; v++) total += exp(x[v] - largest);
    for (let v = b * V; v < (b + 1) * V; v++) p[v] = exp(x[v] - largest) / total;
    sum += largest + Math.log(total) - x[b * V + targets.data[b]];
  }
  return {
    value: sum / B,
    backward(dLoss = 1) {
      const dLogits = zerosLike(logits);
      for (let i = 0; i < B * V; i++) dLogits.data[i] = (dLoss * p[i]) / B;
      for (let b = 0; b < B; b++) dLogits.data[b * V + targets.data[b]] -= dLoss / B;
      return dLogits;
    },
  };
}

function checkTargets(targets: Ids, axes: readonly number[], B: number, V: number): void {
  if (B === 0) throw new RangeError("softmaxWithLoss: the batch is empty");
  checkShape("softmaxWithLoss", "targets", targets, axes);
  checkRowIds("softmaxWithLoss", "classes", V, targets);
}
