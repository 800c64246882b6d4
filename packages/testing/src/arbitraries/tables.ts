import * as fc from "fast-check";
import { shapes } from "./shapes.js";

/** Numbers in double precision in a shape, row-major: a tensor of f64. */
export interface DoublesInShape {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/**
 * Makes an arbitrary of tensors of a shape, with entries in `[−4, 4]`, in steps of 1/64: readable when they fail, and sums and products of
 * a few of them are exact, in single precision too. Shrinks towards 0.
 */
export function tensors(shape: readonly number[]): fc.Arbitrary<DoublesInShape> {
  const size = shape.reduce((product, length) => product * length, 1);
  const entry = fc.integer({ min: -256, max: 256 });
  return fc
    .array(entry, { minLength: size, maxLength: size })
    .map((entries) => ({ shape, data: Float64Array.from(entries, (value) => value / 64) }));
}

/** Makes an arbitrary of tables `[V, D]`, with V and D from 1 to 6. Shrinks towards a single 0. */
export function tables(): fc.Arbitrary<DoublesInShape> {
  return shapes({ minRank: 2, maxRank: 2, maxLength: 6 }).chain(tensors);
}
