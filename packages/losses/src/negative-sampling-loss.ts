import { embeddingDot } from "@wordloom/layers";
import {
  checkParameter,
  type Ids,
  type Parameter,
  precisionOf,
  ShapeError,
  type Tensor,
  zeros,
} from "@wordloom/tensor";
import type { Loss } from "./loss.js";
import { sigmoidWithLoss } from "./sigmoid-with-loss.js";

/** What `negativeSamplingLoss` takes: hidden vectors, the words that they should predict, and words that they should not. */
export interface NegativeSamplingInput {
  /** A hidden vector for each target, `[B, D]`. */
  readonly hidden: Tensor;
  /** Word ids, `[B]`. */
  readonly targets: Ids;
  /** For each target, the ids of K other words: `[B, K]`. */
  readonly negatives: Ids;
}

/**
 * Makes the negative-sampling loss: the target against K negatives, each a yes-or-no question.
 *
 * `L = mean_b( −log σ(s[b, 0]) − Σ_{k ≥ 1} log σ(−s[b, k]) )` with scores `s[b, k] = table[ids[b, k]] · hidden[b]`, where
 * column 0 holds the target. Mean over the batch, *sum* over the `1 + K` columns, as in word2vec. The negatives
 * are an input, so that the loss is a pure function; `sampledNegativeSamplingLoss` draws them.
 *
 * @param table - the output vectors, `[V, D]`
 * @returns a loss from {@link NegativeSamplingInput}; its `backward` returns `dHidden`, `[B, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if an id is outside the table, or the batch is empty
 * @see Mikolov et al. 2013, eq. 4, https://arxiv.org/abs/1310.4546
 */
export function negativeSamplingLoss(table: Parameter): Loss<NegativeSamplingInput> {
  checkParameter("negativeSamplingLoss", "the table", table);
  const scores = embeddingDot(table);
  return {
    parameters: scores.parameters,
    forward({ hidden, targets, negatives }) {
      const ids = targetFirst(targets, negatives);
      const [B, columns] = ids.shape;
      const { output: logits, backward } = scores.forward({ hidden, ids });
      const labels = zeros([B, columns], precisionOf(logits));
      for (let b = 0; b < B; b++) labels.data[b * columns] = 1;
      const loss = sigmoidWithLoss(logits, labels);
      return {
        value: loss.value * columns,
        backward: (dLoss = 1) => backward(loss.backward(dLoss * columns)),
      };
    },
  };
}

/** `[B]` and `[B, K]` side by side: `[B, 1 + K]`. */
function targetFirst(targets: Ids, negatives: Ids): Ids {
  const [B, K] = negatives.shape;
  if (targets.shape.length !== 1 || negatives.shape.length !== 2 || targets.shape[0] !== B) {
    throw new ShapeError(
      `negativeSamplingLoss: targets are [${targets.shape.join(", ")}] and negatives [${negatives.shape.join(", ")}]; ` +
        "they must be [B] and [B, K]",
    );
  }
  const data = new Int32Array(B * (1 + K));
  for (let b = 0; b < B; b++) {
    data[b * (1 + K)] = targets.data[b];
    for (let k = 0; k < K; k++) data[b * (1 + K) + 1 + k] = negatives.data[b * K + k];
  }
  return { shape: [B, 1 + K], data };
}
