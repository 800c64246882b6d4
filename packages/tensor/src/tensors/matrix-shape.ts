import { ShapeError } from "./shape-error.js";
import { type Ids, precisionOf, type Tensor } from "./tensor.js";

/**
 * Reads the two lengths of a matrix, for `const [V, D] = matrixShape("embedding", "table", table.value)`.
 *
 * @throws ShapeError naming the function and the operand if it has another rank
 */
export function matrixShape(caller: string, name: string, { shape }: Tensor): [rows: number, columns: number] {
  if (shape.length !== 2)
    throw new ShapeError(`${caller}: ${name} must be a matrix, its shape is [${shape.join(", ")}]`);
  return [shape[0], shape[1]];
}

/**
 * Refuses operands of different precision: f32 and f64 are never mixed, since a silent promotion would make a
 * gradient check exact in the wrong half of the sum.
 *
 * @throws ShapeError if they differ
 */
export function checkPrecision(caller: string, a: Tensor, b: Tensor): void {
  if (precisionOf(a) !== precisionOf(b)) {
    throw new ShapeError(`${caller}: one operand is ${precisionOf(a)}, another ${precisionOf(b)}; convert one of them`);
  }
}

/**
 * Refuses a tensor, or ids, of any other shape than `expected`.
 *
 * @throws ShapeError naming the caller and the operand
 */
export function checkShape(caller: string, name: string, { shape }: Tensor | Ids, expected: readonly number[]): void {
  if (shape.length !== expected.length || shape.some((length, axis) => length !== expected[axis])) {
    throw new ShapeError(`${caller}: ${name} is [${shape.join(", ")}], expected [${expected.join(", ")}]`);
  }
}
