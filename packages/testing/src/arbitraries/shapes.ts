import * as fc from "fast-check";

export interface ShapesOptions {
  readonly minRank?: number;
  readonly maxRank?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Shapes of one to three axes of one to five numbers, unless said otherwise. Shrinks towards `[1]`. */
export function shapes({
  minRank = 1,
  maxRank = 3,
  minLength = 1,
  maxLength = 5,
}: ShapesOptions = {}): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: minLength, max: maxLength }), { minLength: minRank, maxLength: maxRank });
}
