import { checkPrecision, checkShape } from "../tensors/matrix-shape.js";
import { type Tensor, zerosLike } from "../tensors/tensor.js";

/** `a + b`, of equal shapes; nothing is broadcast. */
export function add(a: Tensor, b: Tensor): Tensor {
  return addInto(zerosLike(a), a, b);
}

/** {@link add} into `out`, which may be `a` or `b`. Returns `out`. */
export function addInto(out: Tensor, a: Tensor, b: Tensor): Tensor {
  for (const operand of [b, out]) {
    checkShape("add", operand === b ? "b" : "out", operand, a.shape);
    checkPrecision("add", a, operand);
  }
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i] + b.data[i];
  return out;
}

/** `factor · a`. */
export function scale(a: Tensor, factor: number): Tensor {
  return scaleInto(zerosLike(a), a, factor);
}

/** {@link scale} into `out`, which may be `a`. Returns `out`. */
export function scaleInto(out: Tensor, a: Tensor, factor: number): Tensor {
  checkShape("scale", "out", out, a.shape);
  checkPrecision("scale", a, out);
  for (let i = 0; i < out.data.length; i++) out.data[i] = factor * a.data[i];
  return out;
}
