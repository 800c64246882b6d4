import { cbow, type Model, oneHotCbow, type SampledBatch, skipGram } from "@wordloom/models";
import { fork, normals, type Random } from "@wordloom/random";
import { kernelMemory, MAXIMUM_KERNEL_MEMORY, parameter, zeros, zerosIn } from "@wordloom/tensor";
import type { ModelName } from "../settings/settings.js";

/**
 * Makes a model by its name, with weights drawn from `0.01 · N(0, 1)` as in the book. Its tables are in kernel memory, if they
 * fit.
 *
 * @param V - words in the vocabulary
 * @param D - numbers in a word vector
 */
export function modelNamed(name: ModelName, V: number, D: number, random: Random): Model<SampledBatch> {
  // A table, its gradient and at most two arrays of the optimizer, of four bytes a number.
  const bytes = (1 + 1 + 2) * 4 * V * D;
  const weights = (label: string, shape: readonly number[]) => {
    const table = bytes <= MAXIMUM_KERNEL_MEMORY ? zerosIn(kernelMemory(bytes), shape) : zeros(shape);
    normals(fork(random, label), table.data, { std: 0.01 });
    return parameter(label, table);
  };
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
