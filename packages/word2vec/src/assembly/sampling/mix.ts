/** Odd, and close to 2^64 divided by the golden ratio: the step of SplitMix64. */
export const STEP: u64 = 0x9e3779b97f4a7c15;

/**
 * A bijection of 64 bits that hides what its argument was: the finaliser of SplitMix64. The i-th number of a stream is
 * `mix(key + i · STEP)`, a pure function of key and i.
 * Steele, Lea and Flood 2014, https://doi.org/10.1145/2714064.2660195
 */
@inline
export function mix(z: u64): u64 {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}
