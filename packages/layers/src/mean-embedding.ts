import { checkParameter, type Ids, matrixShape, meanRows, type Parameter, scatterAddMeanRows } from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/**
 * The mean of the rows that each line of ids names: the hidden layer of CBOW.
 *
 * `output[b, d] = 1/n[b] · Σ_c table[ids[b, c], d]` over the `n[b] ≤ C` ids that are not `NO_ROW`. Backwards each
 * of these rows receives `1/n[b]` of the gradient; word2vec.c and gensim leave that factor out.
 *
 * @param table - `[V, D]`
 * @returns a layer from ids `[B, C]` to `[B, D]`
 * @see İrsoy, Benton and Stratos 2021, "Corrected CBOW performs as well as skip-gram", https://arxiv.org/abs/2012.15332
 */
export function meanEmbedding(table: Parameter): Layer<Ids, void> {
  checkParameter("meanEmbedding", "the table", table);
  matrixShape("meanEmbedding", table.name, table.value);
  return {
    parameters: [table],
    forward(ids) {
      return {
        output: meanRows(table, ids),
        backward: (dOutput) => scatterAddMeanRows(table, ids, dOutput),
      };
    },
  };
}
