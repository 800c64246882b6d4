import * as fc from "fast-check";

/** Makes an arbitrary of seeds of a random generator: whole numbers in `[0, 2^53)`. Shrinks towards 0. */
export function seeds(): fc.Arbitrary<number> {
  return fc.maxSafeNat();
}
