import { shownValue } from "@wordloom/arguments";
import { type Random, uniform } from "@wordloom/random";
import { checkShape, type Tensor, zerosLike } from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/**
 * Sets each entry to zero with chance `rate`, and scales the others up so that the mean stays: `y = m · x`, where `m` is 0 with
 * chance `rate`, else `1 / (1 − rate)` ("inverted" dropout). Back `dx = m · dy`, with that mask.
 *
 * The mask is a function of where the stream stands when `forward` is called, and does not move it: a layer has one
 * mask at all calls, so that it can be checked and repeated. Each step needs a stream of its own, and so does each dropout of a
 * network. A layer holds nothing, so make it anew in each step: `dropout(0.5, fork(random, step))`. To use a trained network,
 * leave the layer out.
 *
 * @param rate - chance of each entry to be dropped, in `[0, 1)`
 * @param random - one number for each entry, in their order
 * @returns a layer that keeps the shape
 * @throws RangeError for a rate outside `[0, 1)`
 * @see Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html; on sequences, between layers only: Zaremba,
 *   Sutskever and Vinyals 2014, https://arxiv.org/abs/1409.2329
 *
 * @example
 * dropout(0.5, randomFromSeed(1)).forward(matrix([[1, 2, 3, 4]])).output.data // Float32Array [2, 0, 0, 8]
 */
export function dropout(rate: number, random: Random): Layer {
  if (!(Number.isFinite(rate) && rate >= 0 && rate < 1)) {
    throw new RangeError(`dropout: rate is ${shownValue(rate)}; it must be in [0, 1)`);
  }
  return {
    parameters: [],
    forward(x) {
      const mask = maskOf(x, rate, { ...random });
      return {
        output: product(x, mask),
        backward(dOutput) {
          checkShape("dropout", "dOutput", dOutput, x.shape);
          return product(dOutput, mask);
        },
      };
    },
  };
}

function maskOf(like: Tensor, rate: number, random: Random): Tensor {
  const mask = zerosLike(like);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = uniform(random) < rate ? 0 : 1 / (1 - rate);
  return mask;
}

function product(x: Tensor, mask: Tensor): Tensor {
  const out = zerosLike(x);
  for (let i = 0; i < out.data.length; i++) out.data[i] = mask.data[i] * x.data[i];
  return out;
}
