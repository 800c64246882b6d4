import * as fc from "fast-check";

/** Row numbers in a shape, as `Ids` of `@wordloom/tensor`. */
export interface IdsInShape {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

/**
 * Makes an arbitrary of ids in `[0, V)` that fill a shape. Half of them come from the first two rows, so that repeated ids are the rule in
 * any vocabulary. Shrinks towards 0.
 *
 * @throws RangeError if V is below 1
 */
export function idsIn(V: number, shape: readonly number[]): fc.Arbitrary<IdsInShape> {
  if (!(Number.isInteger(V) && V >= 1)) {
    throw new RangeError(`idsIn: V is ${V}; there must be at least one word to name`);
  }
  const size = shape.reduce((product, length) => product * length, 1);
  const id = fc.oneof(fc.nat(Math.min(1, V - 1)), fc.nat(V - 1));
  return fc.array(id, { minLength: size, maxLength: size }).map((values) => ({ shape, data: Int32Array.from(values) }));
}
