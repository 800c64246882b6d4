// A layer is an object with `parameters` and `forward`. It needs no base class, and nothing has to know of it beforehand.
import { chain, meanEmbedding } from "@wordloom/layers";
import { negativeSamplingLoss } from "@wordloom/losses";
import { adam } from "@wordloom/optimizers";
import { normals, randomFromSeed } from "@wordloom/random";
import { ids, parameter, scale, type Tensor, tensor, zeroGradients } from "@wordloom/tensor";
import { layerBattery } from "@wordloom/testing";
import { hadamard } from "./hadamard.ts";

// By hand.
const weight = parameter("weight", tensor([3], Float64Array.of(1, 0, -2)));
const { output, backward } = hadamard(weight).forward(tensor([2, 3], Float64Array.of(1, 2, 3, 4, 5, 6)));
console.log(output.data.join(" ")); // 1 0 -6 4 0 -12
console.log(backward(tensor([2, 3], new Float64Array(6).fill(1))).data.join(" ")); // 1 0 -2 1 0 -2
console.log(weight.grad.data.join(" ")); // 5 7 9
zeroGradients([weight]);

// By the contract that every layer keeps: shape, purity, gradient, accumulation, precision, over random sizes down to 1.
// In a file of tests: for (const { name, check } of checks) test(name, check);
const { checks } = layerBattery({
  name: "hadamard",
  parameters: ({ D }) => [[D]],
  layer: ([w]) => hadamard(w),
  input: ({ B, D }, { floats }) => floats([B, D]),
  output: ({ B, D }) => [B, D],
});
for (const { check } of checks) check();
console.log(checks.length > 5); // true

// A check that fails throws: here for the same layer with half of its gradient.
const wrong = layerBattery({
  name: "half",
  parameters: ({ D }) => [[D]],
  layer: ([w]) => ({
    parameters: [w],
    forward(x: Tensor) {
      const right = hadamard(w).forward(x);
      return { output: right.output, backward: (dOutput: Tensor) => right.backward(scale(dOutput, 0.5)) };
    },
  }),
  input: ({ B, D }, { floats }) => floats([B, D]),
  output: ({ B, D }) => [B, D],
});
const failing = wrong.checks.filter(({ check }) => {
  try {
    check();
    return false;
  } catch {
    return true;
  }
});
console.log(failing.map(({ name }) => name).join("; ")); // has the gradient that finite differences measure; does all of this where every size is 1

// At work: a CBOW whose hidden vector passes through the layer learns that word 0 is found between words 1 and 2.
const random = randomFromSeed(3);
const noise = (shape: [number, number]): Tensor =>
  tensor(shape, normals(random, new Float64Array(shape[0] * shape[1])));
const hidden = chain(meanEmbedding(parameter("input", noise([4, 3]))), hadamard(weight));
const loss = negativeSamplingLoss(parameter("target", noise([4, 3])));
const parameters = [...hidden.parameters, ...loss.parameters];
const optimizer = adam(0.05);
const state = optimizer.init(parameters);
const losses: number[] = [];
for (let step = 0; step < 200; step++) {
  const forward = hidden.forward(ids([1, 2], [1, 2]));
  const score = loss.forward({ hidden: forward.output, targets: ids([1], [0]), negatives: ids([1, 1], [3]) });
  forward.backward(score.backward());
  optimizer.update(state, parameters);
  zeroGradients(parameters);
  losses.push(score.value);
}
console.log(losses[0] > 1, losses[199] < 0.01); // true true
