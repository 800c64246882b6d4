/** Operands whose shapes or precisions do not fit together. */
export class ShapeError extends RangeError {
  override readonly name = "ShapeError";
}
