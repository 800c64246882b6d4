import { isList, requireArgument } from "@wordloom/arguments";
import { floatOfHalf, halfOfFloat } from "./half-float.js";

/** What rounds to infinity: half way from the largest half to the next power of two. */
const BEYOND = 65_520;

/**
 * Writes numbers in two bytes each: the bits of IEEE half precision, each the nearest to its f32, a half to the even
 * one.
 *
 * A number from 6e-5 to 65,504 moves by one part in 2,048 at most. Smaller ones lose digits, down to 6e-8.
 *
 * @throws RangeError if a number is not finite, or rounds beyond 65,504
 * @throws TypeError if `data` is not a list of numbers
 * @see IEEE 754-2019, binary16
 *
 * @example
 * toF16(Float32Array.of(1, -2, 0.1)) // Uint16Array [0x3c00, 0xc000, 0x2e66]
 */
export function toF16(data: Float32Array): Uint16Array {
  requireArgument("toF16", isList(data), "the numbers are", data, "they are a Float32Array, such as vectors.data");
  const bits = new Uint16Array(data.length);
  for (let i = 0; i < bits.length; i++) {
    if (!(Math.abs(data[i]) < BEYOND)) {
      throw new RangeError(`toF16: number ${i} is ${data[i]}; the largest of half precision is 65504`);
    }
    bits[i] = halfOfFloat(data[i]);
  }
  return bits;
}

/**
 * Reads the numbers that the bits of {@link toF16} stand for, exactly.
 *
 * @throws TypeError if `bits` are not a list of numbers
 *
 * @example
 * fromF16(Uint16Array.of(0x3c00, 0xc000)) // Float32Array [1, -2]
 */
export function fromF16(bits: Uint16Array): Float32Array {
  requireArgument("fromF16", isList(bits), "the bits are", bits, "they are a Uint16Array, as of toF16");
  const data = new Float32Array(bits.length);
  for (let i = 0; i < data.length; i++) data[i] = floatOfHalf(bits[i]);
  return data;
}
