import { cbow, type Model, oneHotCbow, type SampledBatch, skipGram } from "@wordloom/models";
import { fork, normals, type Random } from "@wordloom/random";
import { parameter, tensor } from "@wordloom/tensor";
import type { ModelName } from "./settings.js";

/**
 * A model with weights drawn from `0.01 · N(0, 1)`, the book's start.
 *
 * @param V - words in the vocabulary
 * @param D - numbers in a word vector
 */
export function modelNamed(name: ModelName, V: number, D: number, random: Random): Model<SampledBatch> {
  const weights = (label: string, shape: readonly number[]) =>
    parameter(label, tensor(shape, normals(fork(random, label), new Float32Array(V * D), { std: 0.01 })));
  const input = weights("input", [V, D]);
  switch (name) {
    case "cbow":
      return cbow(input, weights("output", [V, D]));
    case "skip-gram":
      return skipGram(input, weights("output", [V, D]));
    case "one-hot":
      return oneHotCbow(input, weights("output", [D, V]));
  }
}
