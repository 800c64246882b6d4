/** Thrown where the shapes or the precisions of operands do not fit together. */
export class ShapeError extends RangeError {
  override readonly name = "ShapeError";
}
