import { logistic } from "@wordloom/layers";
import {
  asMatrix,
  checkParameter,
  checkPrecision,
  checkRowIds,
  checkShape,
  dot,
  type Ids,
  matrixShape,
  type Parameter,
  type Tensor,
  touchRow,
  zerosLike,
} from "@wordloom/tensor";
import type { HuffmanCode } from "./huffman-code.js";
import type { Loss } from "./loss.js";

/** What `hierarchicalSoftmax` takes: a hidden vector for each target, `[B, D]` and `[B]`, or `[…, D]` and `[…]` for sequences. */
export interface HierarchicalSoftmaxInput {
  readonly hidden: Tensor;
  readonly targets: Ids;
}

/**
 * Makes a softmax over a vocabulary by a walk from the root of a binary tree: some log₂ V yes-or-no questions instead of V
 * scores.
 *
 * At each node n on the way to word w, bit 0 is taken with probability σ(s) and bit 1 with σ(−s), where `s = table[n] · hidden`;
 * `P(w | hidden)` is their product, and sums to 1 over all words. `L = mean_b Σ_n max(s, 0) − s·t + log1p(exp(−|s|))` with
 * `t = 1 − bit`. Back, with `g = (σ(s) − t) / B`, `dTable[n] += g · hidden` and `dHidden = Σ_n g · table[n]`.
 *
 * @param table - the vectors of the inner nodes, `[V − 1, D]`
 * @param code - the way to each word; `huffmanCode(counts)` makes the shortest
 * @returns a loss from {@link HierarchicalSoftmaxInput}; its `backward` returns `dHidden`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError if a target is outside the code, or the batch is empty
 * @see Morin and Bengio 2005; Mikolov et al. 2013, section 2.1, https://arxiv.org/abs/1310.4546
 */
export function hierarchicalSoftmax(table: Parameter, code: HuffmanCode): Loss<HierarchicalSoftmaxInput> {
  checkParameter("hierarchicalSoftmax", "the table", table);
  const { nodes, bits } = code;
  const V = code.starts.length - 1;
  const [, D] = matrixShape("hierarchicalSoftmax", table.name, table.value);
  checkShape("hierarchicalSoftmax", table.name, table.value, [V - 1, D]);
  return {
    parameters: [table],
    forward({ hidden, targets }) {
      const [B] = asMatrix(hidden).shape;
      checkShape("hierarchicalSoftmax", "hidden", hidden, [...targets.shape, D]);
      checkPrecision("hierarchicalSoftmax", table.value, hidden);
      checkRowIds("hierarchicalSoftmax", "the code", V, targets);
      if (B === 0) throw new RangeError("hierarchicalSoftmax: the batch is empty");

      let sum = 0;
      const slopes: number[] = [];
      forEachTurn(targets, code, (b, i) => {
        const s = dot(table.value.data, nodes[i] * D, hidden.data, b * D, D);
        const t = 1 - bits[i];
        sum += Math.max(s, 0) - s * t + Math.log1p(Math.exp(-Math.abs(s)));
        slopes.push(logistic(s) - t);
      });
      return {
        value: sum / B,
        backward(dLoss = 1) {
          const dHidden = zerosLike(hidden);
          let turn = 0;
          forEachTurn(targets, code, (b, i) => {
            const g = (dLoss * slopes[turn++]) / B;
            touchRow(table, nodes[i]);
            for (let d = 0; d < D; d++) {
              table.grad.data[nodes[i] * D + d] += g * hidden.data[b * D + d];
              dHidden.data[b * D + d] += g * table.value.data[nodes[i] * D + d];
            }
          });
          return dHidden;
        },
      };
    },
  };
}

/** Calls for every turn i of the code on the way to every target b. */
function forEachTurn({ data }: Ids, { starts }: HuffmanCode, visit: (b: number, i: number) => void): void {
  for (let b = 0; b < data.length; b++) {
    for (let i = starts[data[b]]; i < starts[data[b] + 1]; i++) visit(b, i);
  }
}
