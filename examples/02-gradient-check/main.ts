// Is the gradient right? Finite differences say so, in double precision, to one part in a million.
import type { Layer } from "@wordloom/layers";
import { meanEmbedding } from "@wordloom/layers";
import { cbow } from "@wordloom/models";
import { normals, randomFromSeed, uniform } from "@wordloom/random";
import { type Ids, ids, type Parameter, parameter, tensor } from "@wordloom/tensor";
import { checkGradients } from "@wordloom/testing";

const random = randomFromSeed(1);
const draw = () => uniform(random);
const [V, D] = [9, 4];
const table = (name: string): Parameter => parameter(name, tensor([V, D], normals(random, new Float64Array(V * D))));

// Two targets with four contexts each. Word 3 comes twice among the first, so its gradients have to add up.
const contexts = ids([2, 4], [3, 1, 3, 8, 0, 2, 5, 7]);
const batch = { contexts, targets: ids([2], [4, 6]), negatives: ids([2, 3], [0, 1, 2, 8, 5, 3]) };

// The largest relative error of any gradient of the model: both tables, each in a random direction.
const model = cbow(table("input"), table("output"));
console.log(checkGradients(model, batch, draw) < 1e-6); // true

// word2vec.c gives each of the n contexts the whole gradient of their mean, not 1/n of it. Here n is 4.
function wholeMean(words: Parameter): Layer<Ids, void> {
  const right = meanEmbedding(words);
  return {
    parameters: right.parameters,
    forward(input) {
      const { output, backward } = right.forward(input);
      return {
        output,
        backward: (dOutput) =>
          backward(
            tensor(
              dOutput.shape,
              Float64Array.from(dOutput.data, (x) => 4 * x),
            ),
          ),
      };
    },
  };
}
console.log(checkGradients(meanEmbedding(table("input")), contexts, draw) < 1e-6); // true
console.log(checkGradients(wholeMean(table("input")), contexts, draw).toFixed(2)); // 0.75

// A gradient that is assigned instead of added passes every test with different words. This batch has word 3 twice.
function forgetful(words: Parameter): Layer<Ids, void> {
  const right = meanEmbedding(words);
  return {
    parameters: right.parameters,
    forward(input) {
      const { output, backward } = right.forward(input);
      return {
        output,
        backward(dOutput) {
          words.grad.data.fill(0);
          backward(dOutput);
        },
      };
    },
  };
}
function complaint(check: () => number): string {
  try {
    return `an error of ${check()}`;
  } catch (error) {
    return String(error).replace(/^Error: (\w+: the gradient of "\w+").* (backward must .*)$/, "$1 … $2");
  }
}
console.log(complaint(() => checkGradients(forgetful(table("input")), contexts, draw))); // checkGradients: the gradient of "input" … backward must scale with what it is given, and add to grad
