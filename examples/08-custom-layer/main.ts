// A layer is an object with `parameters` and `forward`. It needs no base class, and nothing has to know of it beforehand.
import { chain, meanEmbedding } from "@wordloom/layers";
import { negativeSamplingLoss } from "@wordloom/losses";
import { adam } from "@wordloom/optimizers";
import { normals, randomFromSeed, uniform } from "@wordloom/random";
import { ids, type Parameter, parameter, type Tensor, tensor, zeroGradients } from "@wordloom/tensor";
import { checkGradients } from "@wordloom/testing";
import { hadamard } from "./hadamard.ts";

const random = randomFromSeed(3);
const noise = (shape: number[]): Tensor => {
  const size = shape.reduce((product, length) => product * length);
  return tensor(shape, normals(random, new Float64Array(size)));
};

// By hand.
const weight = parameter("weight", tensor([3], Float64Array.of(1, 0, -2)));
const { output, backward } = hadamard(weight).forward(tensor([2, 3], Float64Array.of(1, 2, 3, 4, 5, 6)));
console.log(output.data.join(" ")); // 1 0 -6 4 0 -12
console.log(backward(tensor([2, 3], new Float64Array(6).fill(1))).data.join(" ")); // 1 0 -2 1 0 -2
console.log(weight.grad.data.join(" ")); // 5 7 9
zeroGradients([weight]);

// By finite differences, over sizes down to 1: alone, and between two other layers.
const table = parameter("table", noise([6, 3]));
const errors = [1, 2, 5].flatMap((B) => [
  checkGradients(hadamard(weight), noise([B, 3]), () => uniform(random)),
  checkGradients(chain(meanEmbedding(table), hadamard(weight)), ids([B, 2], new Array(2 * B).fill(4)), () =>
    uniform(random),
  ),
]);
console.log(errors.every((error) => error < 1e-6)); // true

// At work: a CBOW whose hidden vector passes through the layer learns that word 0 is found between words 1 and 2.
const [input, target] = [parameter("input", noise([4, 3])), parameter("target", noise([4, 3]))];
const hidden = chain(meanEmbedding(input), hadamard(weight));
const loss = negativeSamplingLoss(target);
const parameters: Parameter[] = [...hidden.parameters, ...loss.parameters];
const optimizer = adam(0.05);
const losses: number[] = [];
for (let step = 0; step < 200; step++) {
  const forward = hidden.forward(ids([1, 2], [1, 2]));
  const score = loss.forward({ hidden: forward.output, targets: ids([1], [0]), negatives: ids([1, 1], [3]) });
  forward.backward(score.backward());
  optimizer.step(parameters);
  zeroGradients(parameters);
  losses.push(score.value);
}
console.log(losses[0] > 1, losses[199] < 0.01); // true true
