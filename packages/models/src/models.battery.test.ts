import { huffmanCode } from "@wordloom/losses";
import { fork, integer, type Random, randomFromSeed, uniform } from "@wordloom/random";
import { NO_ROW, type Parameter, type Precision, parameter, type Tensor, zeros } from "@wordloom/tensor";
import { type BatchSizes, batchSizes, checkGradients, type Draw, lossBattery } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SampledBatch } from "./batch.js";
import { cbow } from "./cbow.js";
import { hierarchicalCbow } from "./hierarchical-cbow.js";
import { oneHotCbow } from "./one-hot-cbow.js";
import { skipGram } from "./skip-gram.js";

// One row a model: a new model joins the battery by its row and nothing else.
const battery = [
  lossBattery({
    name: "cbow",
    parameters: ({ V, D }) => [[V, D], [V, D]], // biome-ignore format: two shapes
    input: sampledBatch,
    wrt: () => null,
    loss: ([input, output]) => cbow(input, output),
  }),
  lossBattery({
    name: "skipGram",
    parameters: ({ V, D }) => [[V, D], [V, D]], // biome-ignore format: two shapes
    input: sampledBatch,
    wrt: () => null,
    loss: ([input, output]) => skipGram(input, output),
  }),
  lossBattery({
    name: "hierarchicalCbow",
    parameters: ({ V, D }) => [[V, D], [V - 1, D]], // biome-ignore format: two shapes
    input: sampledBatch,
    wrt: () => null,
    loss: ([input, output], { V }) =>
      hierarchicalCbow(input, output, huffmanCode(Array.from({ length: V }, (_, w) => w))),
  }),
  lossBattery({
    name: "oneHotCbow",
    parameters: ({ V, D }) => [[V, D], [D, V]], // biome-ignore format: two shapes
    input: sampledBatch,
    wrt: () => null,
    loss: ([input, output]) => oneHotCbow(input, output),
  }),
];

describe.each(battery)("$name", ({ checks }) => {
  test.each(checks)("$name", ({ check }) => check());
});

describe("models with negative sampling", () => {
  test("train one table for both sides: the gradients of the two uses add", () => {
    fc.assert(
      fc.property(batchSizes(), fc.constantFrom(cbow, skipGram), (sizes, model) => {
        const random = randomFromSeed(sizes.seed);
        const shared = parameter("shared", values(random, [sizes.V, sizes.D], "f64"));
        const error = checkGradients(
          model(shared, shared),
          sampledBatch(sizes, drawing(random)),
          () => uniform(random),
          {
            wrt: null,
          },
        );
        expect(error).toBeLessThan(1e-6);
      }),
    );
  });

  test("agree where every target has one context", () => {
    fc.assert(
      fc.property(batchSizes(), (sizes) => {
        const random = randomFromSeed(sizes.seed);
        const { V, D } = sizes;
        const tables = () => [0, 1].map((i) => parameter(`${i}`, values(fork(random, i), [V, D], "f64")));
        const batch = sampledBatch({ ...sizes, C: 1 }, drawing(random));
        const [a, b] = [cbow(...pair(tables())), skipGram(...pair(tables()))];
        const [lossA, lossB] = [a.forward(batch), b.forward(batch)];
        lossA.backward();
        lossB.backward();
        expect(lossB.value).toBeCloseTo(lossA.value, 12);
        expect(b.inputVectors.grad).toEqual(a.inputVectors.grad);
      }),
    );
  });

  test("touch the rows of the batch and no others, however many words there are", () => {
    for (const model of [cbow, skipGram]) {
      const [input, output] = pair([0, 1].map((i) => parameter(`${i}`, zeros([100_000, 2]))));
      const batch: SampledBatch = {
        contexts: { shape: [2, 2], data: Int32Array.of(7, 99_999, 7, NO_ROW) },
        targets: { shape: [2], data: Int32Array.of(3, 4) },
        negatives: { shape: [2, 1], data: Int32Array.of(50_000, 3) },
      };
      model(input, output).forward(batch).backward();
      expect([...input.touchedRows.rows.subarray(0, input.touchedRows.count)]).toEqual([7, 99_999]);
      expect([...output.touchedRows.rows.subarray(0, output.touchedRows.count)].sort()).toEqual([3, 4, 50_000].sort());
    }
  });
});

describe("skipGram(inputVectors, outputVectors)", () => {
  test("sums over the contexts of a target and averages over targets", () => {
    const tables = (): [Parameter, Parameter] => [
      parameter("input", { shape: [2, 1], data: Float64Array.of(1, 2) }),
      parameter("output", { shape: [2, 1], data: Float64Array.of(1, -1) }),
    ];
    const lossOf = (contexts: number[], B: number): number =>
      skipGram(...tables()).forward({
        contexts: { shape: [B, contexts.length / B], data: Int32Array.from(contexts) },
        targets: { shape: [B], data: new Int32Array(B) },
        negatives: { shape: [B, 1], data: new Int32Array(B).fill(1) },
      }).value;
    // Context 0 scores 1 and −1, context 1 scores 2 and −2: the loss of each is 2 log(1 + exp(−score)).
    const [first, second] = [2 * Math.log1p(Math.exp(-1)), 2 * Math.log1p(Math.exp(-2))];
    expect(lossOf([0], 1)).toBeCloseTo(first, 14);
    expect(lossOf([0, 1], 1)).toBeCloseTo(first + second, 14);
    expect(lossOf([0, 1, 0, NO_ROW], 2)).toBeCloseTo((first + second + first) / 2, 14);
  });

  test("refuses a batch without a single context", () => {
    const [input, output] = pair([0, 1].map((i) => parameter(`${i}`, zeros([2, 1]))));
    expect(() =>
      skipGram(input, output).forward({
        contexts: { shape: [1, 1], data: Int32Array.of(NO_ROW) },
        targets: { shape: [1], data: Int32Array.of(0) },
        negatives: { shape: [1, 1], data: Int32Array.of(1) },
      }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sigmoidWithLoss: there is no entry in [0, 2]; is the batch empty?]`,
    );
  });
});

describe("hierarchicalCbow(inputVectors, outputVectors, code)", () => {
  test("is oneHotCbow where there are two words: one question, whose score is the difference of two", () => {
    const input = () => parameter("input", { shape: [2, 2], data: Float64Array.of(1, -2, 0.5, 3) });
    const nodes = parameter("nodes", { shape: [1, 2], data: Float64Array.of(0.25, -1) });
    // Softmax of the scores s and 0 is σ(s): the column of word 1, whose way is bit 0, holds the node's vector.
    const columns = parameter("columns", { shape: [2, 2], data: Float64Array.of(0, 0.25, 0, -1) });
    const batch = {
      contexts: { shape: [2, 2], data: Int32Array.of(0, 1, 1, NO_ROW) },
      targets: { shape: [2], data: Int32Array.of(1, 0) },
    };
    const hierarchical = hierarchicalCbow(input(), nodes, huffmanCode([2, 1])).forward(batch);
    expect(hierarchical.value).toBeCloseTo(oneHotCbow(input(), columns).forward(batch).value, 14);
  });
});

describe("oneHotCbow(inputVectors, outputVectors)", () => {
  test("counts a repeated context once per occurrence, as an embedding does", () => {
    const input = parameter("input", { shape: [3, 1], data: Float64Array.of(1, 2, 5) });
    const output = parameter("output", { shape: [1, 2], data: Float64Array.of(0, 1) });
    const batch = {
      contexts: { shape: [1, 4], data: Int32Array.of(0, 0, 2, NO_ROW) },
      targets: { shape: [1], data: Int32Array.of(0) },
    };
    // h = (1 + 1 + 5) / 3 = 7/3, the logits are 0 and 7/3.
    expect(oneHotCbow(input, output).forward(batch).value).toBeCloseTo(Math.log(1 + Math.exp(7 / 3)), 14);
  });

  test("is log V where nothing is known, and multiplies the mean of the context rows by the output weight", () => {
    const input = parameter("input", { shape: [3, 1], data: Float64Array.of(1, 2, 5) });
    const output = parameter("output", { shape: [1, 3], data: Float64Array.of(0, 0, 0) });
    const batch = {
      contexts: { shape: [1, 3], data: Int32Array.of(0, 2, NO_ROW) },
      targets: { shape: [1], data: Int32Array.of(1) },
    };
    expect(oneHotCbow(input, output).forward(batch).value).toBeCloseTo(Math.log(3), 14);
    // h = (1 + 5) / 2 = 3, so the logits are 0, 3, 0.
    output.value.data[1] = 1;
    expect(oneHotCbow(input, output).forward(batch).value).toBeCloseTo(Math.log(2 + Math.exp(3)) - 3, 14);
  });
});

function pair<T>([first, second]: T[]): [T, T] {
  return [first, second];
}

function values(random: Random, shape: readonly number[], precision: Precision): Tensor {
  const out = zeros(shape, precision);
  for (let i = 0; i < out.data.length; i++) out.data[i] = (integer(random, 128) - 64) / 64;
  return out;
}

const drawing = (random: Random): Pick<Draw, "integer"> => ({ integer: (n) => integer(random, n) });

/** Any ids, repeated ones among them; every line keeps its first context, a quarter of the others is absent. */
function sampledBatch({ V, B, C, K }: BatchSizes, { integer }: Pick<Draw, "integer">): SampledBatch {
  const context = (i: number) => (i % C > 0 && integer(4) === 0 ? NO_ROW : integer(V));
  return {
    contexts: { shape: [B, C], data: Int32Array.from({ length: B * C }, (_, i) => context(i)) },
    targets: { shape: [B], data: Int32Array.from({ length: B }, () => integer(V)) },
    negatives: { shape: [B, K], data: Int32Array.from({ length: B * K }, () => integer(V)) },
  };
}
