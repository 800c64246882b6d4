import type { IdsInShape } from "../arbitraries/ids-in.js";
import type { FloatsInShape } from "../gradients/differentiable.js";

/** What the inputs of a battery are filled by. Its numbers follow from a seed, and are equal in both precisions. */
export interface Draw {
  /** Draws a number, uniform in `[0, 1)`. */
  random(): number;
  /** Draws a whole number in `[0, n)`. */
  integer(n: number): number;
  /** Fills a shape by multiples of 1/64 in `[−1, 1)`, exact in both precisions, in the precision that is being checked. */
  floats(shape: readonly number[]): FloatsInShape;
  /** Fills a shape by row numbers in `[0, V)`, repeated ones among them. */
  ids(V: number, shape: readonly number[]): IdsInShape;
}

/** Makes a {@link Draw} of Park and Miller's generator: enough to fill the tensors of a test. Each `stream` of a seed has numbers of its own. */
export function drawFrom(seed: number, stream: number, precision: "f32" | "f64"): Draw {
  let state = 1 + (((seed % 0x7ffffffe) + (1 + stream) * 1299709) % 0x7ffffffe);
  const random = (): number => {
    state = (state * 48271) % 0x7fffffff;
    return (state - 1) / 0x7ffffffe;
  };
  for (let i = 0; i < 4; i++) random();
  const integer = (n: number): number => Math.floor(random() * n);
  return {
    random,
    integer,
    floats(shape) {
      const values = Array.from({ length: sizeOf(shape) }, () => (integer(128) - 64) / 64);
      return { shape, data: precision === "f32" ? Float32Array.from(values) : Float64Array.from(values) };
    },
    ids: (V, shape) => ({ shape, data: Int32Array.from({ length: sizeOf(shape) }, () => integer(V)) }),
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
