/**
 * A table in two bytes a number: the bits of IEEE half precision, each the nearest to its f32, a half to the even one.
 *
 * Ten binary digits behind the first: no number from 6e-5 to 65,504 moves by more than one part in 2,048. Smaller ones lose
 * digits, down to 6e-8.
 *
 * @throws RangeError for a number that is not finite, or rounds beyond 65,504
 * @see IEEE 754-2019, binary16
 *
 * @example
 * toF16(Float32Array.of(1, -2, 0.1)) // Uint16Array [0x3c00, 0xc000, 0x2e66]
 */
export function toF16(data: Float32Array): Uint16Array {
  const out = new Uint16Array(data.length);
  const bits = new Int32Array(data.buffer, data.byteOffset, data.length);
  for (let i = 0; i < out.length; i++) {
    const sign = (bits[i] >>> 16) & 0x8000;
    const magnitude = bits[i] & 0x7fffffff;
    if (magnitude >= BEYOND) {
      throw new RangeError(`toF16: number ${i} is ${data[i]}; the largest of half precision is 65504`);
    }
    if (magnitude < SMALLEST_NORMAL) {
      // Halves below 2^-14 are 2^-24 apart.
      out[i] = sign | (Math.abs(data[i]) * 2 ** 24 + WHOLE - WHOLE);
    } else {
      // 13 digits go. What is added carries into the ones that stay exactly when it should; 112 is 127 − 15.
      out[i] = sign | ((magnitude - (112 << 23) + 0xfff + ((magnitude >>> 13) & 1)) >>> 13);
    }
  }
  return out;
}

/** The numbers that the bits stand for, exactly. */
export function fromF16(bits: Uint16Array): Float32Array {
  const out = new Float32Array(bits.length);
  for (let i = 0; i < out.length; i++) {
    const exponent = (bits[i] >>> 10) & 0x1f;
    const fraction = bits[i] & 0x3ff;
    let magnitude = exponent === 0 ? fraction * 2 ** -24 : (fraction + 0x400) * powers[exponent];
    if (exponent === 0x1f) magnitude = fraction === 0 ? Infinity : Number.NaN;
    out[i] = bits[i] & 0x8000 ? -magnitude : magnitude;
  }
  return out;
}

/** The bits of 65,520, half way from the largest half to the next power of two, and of 2^-14. */
const BEYOND = 0x477ff000;
const SMALLEST_NORMAL = 0x38800000;
/** Adding this to a number below 2^51 leaves no digits behind the point, and rounds a half to the even one. */
const WHOLE = 1.5 * 2 ** 52;
const powers = Float64Array.from({ length: 32 }, (_, exponent) => 2 ** (exponent - 25));
