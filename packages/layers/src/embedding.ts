import { checkParameter, gatherRows, type Ids, matrixShape, type Parameter, scatterAddRows } from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/**
 * Picks rows of a table: what one-hot vectors times a weight would compute, without the multiplication.
 *
 * `output[…, d] = table[ids[…], d]`. Backwards each row receives the sum of the gradients of its occurrences.
 *
 * @param table - `[V, D]`
 * @returns a layer from ids of any shape to that shape and D
 * @example
 * embedding(parameter("W", matrix([[0, 1], [2, 3]]))).forward(ids([1], [1])).output.data // Float32Array [2, 3]
 */
export function embedding(table: Parameter): Layer<Ids, void> {
  checkParameter("embedding", "the table", table);
  matrixShape("embedding", table.name, table.value);
  return {
    parameters: [table],
    forward(ids) {
      return {
        output: gatherRows(table, ids),
        backward: (dOutput) => scatterAddRows(table, ids, dOutput),
      };
    },
  };
}
