import * as fc from "fast-check";

/** How many axes the shapes of `shapes` have, and how long these are. */
export interface ShapesOptions {
  readonly minRank?: number;
  readonly maxRank?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Makes an arbitrary of shapes: one to three axes of one to five numbers, unless options say otherwise. Shrinks towards `[1]`. */
export function shapes({
  minRank = 1,
  maxRank = 3,
  minLength = 1,
  maxLength = 5,
}: ShapesOptions = {}): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: minLength, max: maxLength }), { minLength: minRank, maxLength: maxRank });
}
