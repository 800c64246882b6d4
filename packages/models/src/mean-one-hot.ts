import { checkRowIds, type Ids, NO_ROW, type Precision, type Tensor, zeros } from "@wordloom/tensor";

/**
 * Computes the mean of one-hot vectors, `out[b, v] = (how often v is in ids[b]) / n[b]`, where `n[b] ≤ C` counts the ids that are
 * not `NO_ROW`. V numbers a line, nearly all of them zero: the cost that an embedding saves.
 *
 * @param ids - `[B, C]`
 * @returns `[B, V]`
 */
export function meanOneHot(ids: Ids, V: number, precision: Precision): Tensor {
  checkRowIds("meanOneHot", "one-hot vectors", V, ids, NO_ROW);
  const [B, C] = ids.shape;
  const out = zeros([B, V], precision);
  for (let b = 0; b < B; b++) {
    const words = ids.data.subarray(b * C, (b + 1) * C).filter((id) => id !== NO_ROW);
    for (const v of words) out.data[b * V + v] += 1 / words.length;
  }
  return out;
}
