import { ShapeError } from "./shape-error.js";
import type { Tensor } from "./tensor.js";

/**
 * Views a tensor as the lines of a matrix, `[…, D]` to `[N, D]`, so that a layer of matrices can take a batch of sequences.
 * The data is shared, not copied; a matrix is returned as it is.
 *
 * @throws ShapeError if the shape is `[]`: a single number has no lines
 * @example
 * asMatrix(zeros([2, 3, 4])).shape // [6, 4]
 */
export function asMatrix(tensor: Tensor): Tensor {
  const { shape, data } = tensor;
  if (shape.length === 2) return tensor;
  if (shape.length === 0) throw new ShapeError("asMatrix: the shape is []; it must have one axis at least");
  const lines = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  return { shape: [lines, shape[shape.length - 1]], data };
}
