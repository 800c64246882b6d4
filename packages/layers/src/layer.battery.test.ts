import { fork, integer, type Random, randomFromSeed, uniform } from "@wordloom/random";
import {
  type Ids,
  type Parameter,
  type Precision,
  parameter,
  type Tensor,
  zeroGradients,
  zeros,
} from "@wordloom/tensor";
import { arrayMatchers, type BatchSizes, batchSizes, checkGradients } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { affine } from "./affine.js";
import { chain } from "./chain.js";
import { embedding } from "./embedding.js";
import { embeddingDot } from "./embedding-dot.js";
import type { Layer } from "./layer.js";
import { matmul } from "./matmul.js";
import { meanEmbedding } from "./mean-embedding.js";
import { sigmoid } from "./sigmoid.js";

expect.extend(arrayMatchers);

// One row a layer: a new layer joins the battery by its row and nothing else.
const battery = [
  row({
    name: "embedding",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embedding(table),
    input: ({ V, B, C }, random) => ids(random, V, [B, C]),
    output: ({ B, C, D }) => [B, C, D],
  }),
  row({
    name: "meanEmbedding",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => meanEmbedding(table),
    input: ({ V, B, C }, random) => ids(random, V, [B, C]),
    output: ({ B, D }) => [B, D],
  }),
  row({
    name: "embeddingDot, ids [B]",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embeddingDot(table),
    input: ({ V, D, B }, random, precision) => ({
      hidden: values(random, [B, D], precision),
      ids: ids(random, V, [B]),
    }),
    output: ({ B }) => [B],
    differentiable: ({ hidden }) => hidden,
  }),
  row({
    name: "embeddingDot, ids [B, K]",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embeddingDot(table),
    input: ({ V, D, B, K }, random, precision) => ({
      hidden: values(random, [B, D], precision),
      ids: ids(random, V, [B, K]),
    }),
    output: ({ B, K }) => [B, K],
    differentiable: ({ hidden }) => hidden,
  }),
  row({
    name: "matmul",
    parameters: ({ D, K }) => [[D, K]],
    layer: ([weight]) => matmul(weight),
    input: ({ B, D }, random, precision) => values(random, [B, D], precision),
    output: ({ B, K }) => [B, K],
    differentiable: (x) => x,
  }),
  row({
    name: "affine",
    parameters: ({ D, K }) => [[D, K], [K]],
    layer: ([weight, bias]) => affine(weight, bias),
    input: ({ B, D }, random, precision) => values(random, [B, D], precision),
    output: ({ B, K }) => [B, K],
    differentiable: (x) => x,
  }),
  row({
    name: "sigmoid",
    parameters: () => [],
    layer: () => sigmoid(),
    input: ({ B, D }, random, precision) => values(random, [B, D], precision),
    output: ({ B, D }) => [B, D],
    differentiable: (x) => x,
  }),
  row({
    name: "chain of meanEmbedding, affine and sigmoid",
    parameters: ({ V, D, K }) => [[V, D], [D, K], [K]],
    layer: ([table, weight, bias]) => chain(meanEmbedding(table), affine(weight, bias), sigmoid()),
    input: ({ V, B, C }, random) => ids(random, V, [B, C]),
    output: ({ B, K }) => [B, K],
  }),
  row({
    name: "chain that uses one weight twice",
    parameters: ({ D }) => [[D, D]],
    layer: ([weight]) => chain(matmul(weight), sigmoid(), matmul(weight)),
    input: ({ B, D }, random, precision) => values(random, [B, D], precision),
    output: ({ B, D }) => [B, D],
    differentiable: (x) => x,
  }),
];

describe.each(battery)("$name", ({ check }) => {
  test("has the gradient that finite differences measure", () => {
    fc.assert(
      fc.property(batchSizes(), (sizes) => {
        expect(check.gradient(sizes)).toBeLessThan(1e-6);
      }),
    );
  });
  test("has its documented shape, leaves its input alone and repeats itself to the bit", () => {
    fc.assert(fc.property(batchSizes(), check.shapeAndPurity));
  });
  test("adds its gradients to those of another layer that holds the same parameters", () => {
    fc.assert(fc.property(batchSizes(), check.sharing));
  });
  test("gives in f32 what it gives in f64, to 1e-5", () => {
    fc.assert(fc.property(batchSizes(), check.precision));
  });
});

interface Row<In, DIn> {
  readonly name: string;
  readonly parameters: (sizes: BatchSizes) => number[][];
  readonly layer: (parameters: readonly Parameter[]) => Layer<In, DIn>;
  readonly input: (sizes: BatchSizes, random: Random, precision: Precision) => In;
  readonly output: (sizes: BatchSizes) => number[];
  /** The part of the input that has a gradient, if any. */
  readonly differentiable?: (input: In) => Tensor;
}

interface Checks {
  readonly gradient: (sizes: BatchSizes) => number;
  readonly shapeAndPurity: (sizes: BatchSizes) => void;
  readonly sharing: (sizes: BatchSizes) => void;
  readonly precision: (sizes: BatchSizes) => void;
}

function row<In, DIn>({ name, ...row }: Row<In, DIn>): { name: string; check: Checks } {
  /** The same numbers at every call with the same sizes, whatever the precision. */
  function arrange(sizes: BatchSizes, precision: Precision) {
    const random = randomFromSeed(sizes.seed);
    const parameters = row
      .parameters(sizes)
      .map((shape, index) => parameter(`W${index}`, values(fork(random, index), shape, precision)));
    const input = row.input(sizes, fork(random, "input"), precision);
    const dOutput = values(fork(random, "dOutput"), row.output(sizes), precision);
    return { layer: row.layer(parameters), input, dOutput, random };
  }

  return {
    name,
    check: {
      gradient(sizes) {
        const { layer, input, random } = arrange(sizes, "f64");
        const wrt = row.differentiable?.(input) ?? null;
        return checkGradients(layer, input, () => uniform(random), { wrt });
      },
      shapeAndPurity(sizes) {
        const { layer, input, dOutput } = arrange(sizes, "f64");
        const before = JSON.stringify(input);
        const first = layer.forward(input);
        first.backward(dOutput);
        const second = layer.forward(input);
        expect(first.output.shape).toEqual(row.output(sizes));
        expect(JSON.stringify(input)).toBe(before);
        expect(second.output).toEqual(first.output);
      },
      sharing(sizes) {
        const { layer, input, dOutput } = arrange(sizes, "f64");
        layer.forward(input).backward(dOutput);
        const once = layer.parameters.map(({ grad }) => Array.from(grad.data));
        zeroGradients(layer.parameters);
        const twin = row.layer(layer.parameters);
        const [a, b] = [layer.forward(input), twin.forward(input)];
        b.backward(dOutput);
        a.backward(dOutput);
        const twice = layer.parameters.map(({ grad }) => Array.from(grad.data));
        for (const [i, gradient] of twice.entries()) {
          expect(gradient).toBeCloseToArray(
            once[i].map((value) => 2 * value),
            1e-9,
          );
        }
      },
      precision(sizes) {
        const outcome = (precision: Precision) => {
          const { layer, input, dOutput } = arrange(sizes, precision);
          const { output, backward } = layer.forward(input);
          const dInput = backward(dOutput);
          return [output, dInput, ...layer.parameters.map(({ grad }) => grad)].filter(isTensor);
        };
        const [single, double] = [outcome("f32"), outcome("f64")];
        for (const [i, { data }] of single.entries()) {
          expect(data).toBeInstanceOf(Float32Array);
          expect(Array.from(data)).toBeCloseToArray(Array.from(double[i].data), 1e-5);
        }
      },
    },
  };
}

/** Multiples of 1/64 in `[−1, 1)`: exact in both precisions. */
function values(random: Random, shape: readonly number[], precision: Precision): Tensor {
  const out = zeros(shape, precision);
  for (let i = 0; i < out.data.length; i++) out.data[i] = (integer(random, 128) - 64) / 64;
  return out;
}

function ids(random: Random, V: number, shape: readonly number[]): Ids {
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Int32Array.from({ length: size }, () => integer(random, V)) };
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === "object" && value !== null && "data" in value;
}
