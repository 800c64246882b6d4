const scratch = new DataView(new ArrayBuffer(4));

/**
 * The number of an f16's bits, exactly: 1 bit of sign, 5 of exponent, 10 of fraction.
 *
 * @see IEEE 754-2019, binary16
 */
export function floatOfHalf(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size =
    exponent === 0x1f
      ? fraction === 0
        ? Number.POSITIVE_INFINITY
        : Number.NaN
      : exponent === 0
        ? fraction * 2 ** -24
        : (fraction + 0x400) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}

/** The bits of the f16 nearest to an f32, the even one of two as near; those of infinity from 65,520 on. */
export function halfOfFloat(number: number): number {
  scratch.setFloat32(0, number);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  const size = Math.abs(number);
  if (size >= 65_520) return sign | 0x7c00;
  // Halves below 2^-14 are 2^-24 apart. A fraction that is rounded up to the next power of two carries into the
  // exponent, which is what it should do.
  if (exponent < -14) return sign | toEven(size * 2 ** 24);
  return sign | (((exponent + 14) << 10) + toEven(size * 2 ** (10 - exponent)));
}

/** The number of a bfloat16's bits, which are the upper half of an f32's. */
export function floatOfBfloat(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

/** The bits of the bfloat16 nearest to an f32, the even one of two as near. */
export function bfloatOfFloat(number: number): number {
  scratch.setFloat32(0, number);
  const bits = scratch.getUint32(0);
  return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

/** Rounds to a whole number, a half to the even one: f64 has no digits behind the point from 2^52 on. */
function toEven(size: number): number {
  return size + 2 ** 52 - 2 ** 52;
}
