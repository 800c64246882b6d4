import {
  checkParameter,
  type Ids,
  matrixShape,
  type Parameter,
  rowDots,
  rowDotsBackward,
  type Tensor,
} from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/** Hidden vectors `[B, D]`, and for each the rows to compare it with: `[B]` or `[B, K]`. */
export interface HiddenAndIds {
  readonly hidden: Tensor;
  readonly ids: Ids;
}

/**
 * Scores hidden vectors against chosen rows only: a few columns of the product with the output weight.
 *
 * `output[b, k] = Σ_d table[ids[b, k], d] · hidden[b, d]`. Backwards
 * `dTable[ids[b, k], d] += dOutput[b, k] · hidden[b, d]` and `dHidden[b, d] = Σ_k dOutput[b, k] · table[ids[b, k], d]`.
 *
 * @param table - `[V, D]`
 * @returns a layer from `{ hidden: [B, D], ids: [B] or [B, K] }` to the shape of the ids; back comes `dHidden`
 */
export function embeddingDot(table: Parameter): Layer<HiddenAndIds, Tensor> {
  checkParameter("embeddingDot", "the table", table);
  matrixShape("embeddingDot", table.name, table.value);
  return {
    parameters: [table],
    forward({ hidden, ids }) {
      return {
        output: rowDots(table, ids, hidden),
        backward: (dOutput) => rowDotsBackward(table, ids, hidden, dOutput),
      };
    },
  };
}
