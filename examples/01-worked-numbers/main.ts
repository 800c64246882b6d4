// The numbers that the chapter works out by hand, on its way from one-hot vectors to negative sampling.
import { embedding, embeddingDot, logistic } from "@wordloom/layers";
import { negativeSamplingLoss, sigmoidWithLoss } from "@wordloom/losses";
import { countIds, unigramSampler } from "@wordloom/sampling";
import { ids, matmul, matrix, parameter, tensor, zeroGradients } from "@wordloom/tensor";

const numbers = (data: ArrayLike<number>, digits = 0) => Array.from(data, (x) => x.toFixed(digits)).join(" ");

// W has seven rows of three: 0 1 2, 3 4 5, … A one-hot vector times W picks a row, and so does an embedding.
const W = parameter(
  "W",
  tensor(
    [7, 3],
    Float64Array.from({ length: 21 }, (_, i) => i),
  ),
);
const oneHot = matrix([[0, 0, 1, 0, 0, 0, 0]], "f64");
console.log(numbers(matmul(oneHot, W.value).data)); // 6 7 8
console.log(numbers(embedding(W).forward(ids([1], [2])).output.data)); // 6 7 8

// The way back: a row that comes twice is given both gradients, not the last of them.
const picked = embedding(W).forward(ids([2], [4, 4]));
picked.backward(
  matrix(
    [
      [1, 2, 3],
      [10, 20, 30],
    ],
    "f64",
  ),
);
console.log(numbers(W.grad.data.subarray(12, 15))); // 11 22 33
console.log(W.touchedRows.count); // 1
zeroGradients([W]);

// One score a word: its row times the hidden vector. Here the hidden vectors are rows 0, 1 and 2.
const hidden = embedding(W).forward(ids([3], [0, 1, 2])).output;
const scores = embeddingDot(W).forward({ hidden, ids: ids([3], [0, 3, 1]) });
console.log(numbers(scores.output.data)); // 5 122 86

// The same on W[i] = [i, i, i], and its way back: dW[idx] += dout · h, dh = dout · W[idx].
const V = parameter(
  "V",
  matrix(
    [0, 1, 2, 3, 4, 5, 6].map((i) => [i, i, i]),
    "f64",
  ),
);
const dots = embeddingDot(V).forward({
  hidden: matrix(
    [
      [3, 4, 5],
      [6, 7, 8],
    ],
    "f64",
  ),
  ids: ids([2], [1, 2]),
});
console.log(numbers(dots.output.data)); // 12 42
const dHidden = dots.backward(tensor([2], Float64Array.of(3, 4)));
console.log(numbers(V.grad.data.subarray(3, 9))); // 9 12 15 24 28 32
console.log(numbers(dHidden.data)); // 3 3 3 8 8 8

// A score becomes a probability by the sigmoid; the loss is −log of the one that the label names.
console.log(logistic(0), logistic(2).toFixed(4)); // 0.5 0.8808
const { value, backward } = sigmoidWithLoss(matrix([[2, -1]], "f64"), matrix([[1, 0]], "f64"));
console.log(value.toFixed(6)); // 0.220095
console.log(numbers(backward().data, 4)); // -0.0596 0.1345

// Negatives are drawn by count^0.75, which gives rare words a little more than their share.
const probabilities = (counts: number[], power?: number) =>
  numbers(unigramSampler(counts, power === undefined ? {} : { power }).probabilities, 8);
console.log(probabilities([70, 29, 1])); // 0.64196878 0.33150408 0.02652714
console.log(probabilities([1000, 1010, 10])); // 0.49040920 0.49408269 0.01550810
console.log(probabilities([1000, 1010, 10], 1)); // 0.49504950 0.50000000 0.00495050
const counts = countIds([0, 1, 2, 3, 4, 1, 2, 3, 1, 1, 2], 5);
console.log(numbers(counts)); // 1 4 3 2 1
console.log(probabilities([...counts])); // 0.11376918 0.32178782 0.25933764 0.19133618 0.11376918

// All of it together: the target with label 1, its negatives with label 0, summed over the 1 + K of them.
zeroGradients([V]);
const loss = negativeSamplingLoss(V).forward({
  hidden: matrix([[0.1, 0.2, 0.3]], "f64"),
  targets: ids([1], [2]),
  negatives: ids([1, 2], [1, 3]),
});
const byHand = -Math.log(logistic(1.2)) - Math.log(logistic(-0.6)) - Math.log(logistic(-1.8));
console.log(loss.value.toFixed(6), byHand.toFixed(6)); // 3.253748 3.253748
