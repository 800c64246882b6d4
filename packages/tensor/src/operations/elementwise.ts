import { checkPrecision, checkShape } from "../tensors/matrix-shape.js";
import { type Tensor, zerosLike } from "../tensors/tensor.js";

/**
 * Adds two tensors of equal shapes, `out = a + b`, into a new one. Nothing is broadcast.
 *
 * @throws ShapeError if shapes or precisions differ
 */
export function add(a: Tensor, b: Tensor): Tensor {
  return addInto(zerosLike(a), a, b);
}

/**
 * Adds two tensors of equal shapes, `out = a + b`, into `out`, which may be `a` or `b`. Returns `out`.
 *
 * @throws ShapeError if shapes or precisions differ
 */
export function addInto(out: Tensor, a: Tensor, b: Tensor): Tensor {
  for (const operand of [b, out]) {
    checkShape("add", operand === b ? "b" : "out", operand, a.shape);
    checkPrecision("add", a, operand);
  }
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i] + b.data[i];
  return out;
}

/** Multiplies every entry, `out = factor · a`, into a new tensor. */
export function scale(a: Tensor, factor: number): Tensor {
  return scaleInto(zerosLike(a), a, factor);
}

/**
 * Multiplies every entry, `out = factor · a`, into `out`, which may be `a`. Returns `out`.
 *
 * @throws ShapeError if shapes or precisions differ
 */
export function scaleInto(out: Tensor, a: Tensor, factor: number): Tensor {
  checkShape("scale", "out", out, a.shape);
  checkPrecision("scale", a, out);
  for (let i = 0; i < out.data.length; i++) out.data[i] = factor * a.data[i];
  return out;
}
