import { arrayMatchers, idsIn } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { callKernel } from "./kernels.js";
import { kernelMemory, zerosIn } from "./memory/kernel-memory.js";
import { addTransposedMatmul, matmul, matmulTransposed } from "./operations/matmul.js";
import { type Parameter, parameter, touchRow, zeroGradients } from "./parameters/parameter.js";
import type { Ids, Tensor } from "./tensors/tensor.js";

expect.extend(arrayMatchers);
vi.mock(import("./kernels.js"), async (importOriginal) => {
  const { callKernel } = await importOriginal();
  return { callKernel: vi.fn(callKernel) };
});

/** Differences from the f64 path are at most this part of the largest sum, were all numbers positive. */
const BOUND = 1e-5;

interface Case {
  /** `[B, K]`, repeated as a rule. */
  readonly rows: Ids;
  /** `[V, D]` */
  readonly table: Tensor;
  readonly grad: Tensor;
  /** `[B, D]` */
  readonly hidden: Tensor;
  /** `[B, V]` */
  readonly weights: Tensor;
}

// One row a kernel: what both paths compute.
const battery: Record<string, (table: Parameter, example: Case) => readonly Tensor[]> = {
  zeroRows(table, { rows }) {
    for (const row of rows.data) touchRow(table, row);
    zeroGradients([table]);
    return [table.grad];
  },
  addMatmul: (table, { weights }) => [matmul(weights, table.value)],
  matmulTransposed: (table, { hidden }) => [matmulTransposed(hidden, table.value)],
  addTransposedMatmul(table, { weights, hidden }) {
    addTransposedMatmul(table.grad, weights, hidden);
    return [table.grad];
  },
};

const memory = kernelMemory(2 ** 20);
/** The memory's tensors, all of them, and what is left around them. */
const ground = new Float32Array(memory.buffer, memory.next, 2 ** 13);
const FALLOW = 777;

describe.each(Object.entries(battery))("%s in kernel memory", (name, operation) => {
  const called = vi.mocked(callKernel);
  beforeEach(() => {
    called.mockClear();
  });

  test("computes what the f64 path does, and writes nowhere else", () => {
    fc.assert(
      fc.property(cases(), (example) => {
        called.mockClear();
        const expected = operation(doubles(example), example);
        const home = inMemory(example);
        const received = operation(home, singlesOf(example, onHeap));
        expect(called.mock.calls.at(-1)?.[0]).toBe(name);
        expect(called.mock.results.map(({ value }) => value)).toEqual([false, true]);
        const scales = operation(doubles(absolute(example)), absolute(example));
        for (const [i, { shape, data }] of expected.entries()) {
          expect(received[i].shape).toEqual(shape);
          expect(received[i].data).toBeInstanceOf(Float32Array);
          expect(received[i].data).toBeCloseToArray(data, BOUND * largest(scales[i].data));
        }
        for (const { data } of [home.value, home.grad]) data.fill(FALLOW);
        expect(ground.every((number) => number === FALLOW)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("gives the same bits wherever the other operands live", () => {
    fc.assert(
      fc.property(cases(), (example) => {
        const guests = operation(inMemory(example), singlesOf(example, onHeap));
        const residents = operation(inMemory(example), singlesOf(example, inside));
        expect(residents.map(({ data }) => data)).toEqual(guests.map(({ data }) => data));
      }),
    );
  });

  test("leaves f64 to the plain path", () => {
    const [example] = fc.sample(cases(), 1);
    operation(parameter("f64", example.table), example);
    expect(called.mock.results).toEqual([{ type: "return", value: false }]);
  });
});

describe("callKernel(name, inputs, outputs, …numbers)", () => {
  test("works in each of two memories, and copies what is in the other", () => {
    const [here, there] = [zerosIn(memory, [1, 5]), zerosIn(kernelMemory(1000), [1, 5])];
    here.data.fill(2);
    there.data.fill(3);
    expect(matmulTransposed(here, there).data[0]).toBe(30);
    expect(matmulTransposed(there, here).data[0]).toBe(30);
  });
});

/** D from 1 to 21: multiples of 4 and of 8, and everything between. */
function cases(): fc.Arbitrary<Case> {
  const size = (max: number) => fc.integer({ min: 1, max });
  return fc.record({ V: size(6), D: size(21), B: size(4), K: size(4) }).chain(({ V, D, B, K }) =>
    fc.record({
      rows: idsIn(V, [B, K]),
      table: singles([V, D]),
      grad: singles([V, D]),
      hidden: singles([B, D]),
      weights: singles([B, V]),
    }),
  );
}

/** Numbers of single precision, held as doubles; their products neither vanish nor are they exact. */
function singles(shape: readonly number[]): fc.Arbitrary<Tensor> {
  const length = shape.reduce((product, n) => product * n, 1);
  return fc
    .array(fc.integer({ min: -40_000, max: 40_000 }), { minLength: length, maxLength: length })
    .map((values) => ({ shape, data: Float64Array.from(values, (value) => Math.fround(value / 9973)) }));
}

function singlesOf(example: Case, place: (tensor: Tensor) => Tensor): Case {
  const { hidden, weights } = example;
  return { ...example, hidden: place(hidden), weights: place(weights) };
}

function onHeap({ shape, data }: Tensor): Tensor {
  return { shape, data: Float32Array.from(data) };
}

function inside({ shape, data }: Tensor): Tensor {
  const tensor = zerosIn(memory, shape);
  tensor.data.set(data);
  return tensor;
}

/** On the plain path. */
function doubles({ table, grad }: Case): Parameter {
  return withGradient(parameter("f64", table), grad);
}

function absolute(example: Case): Case {
  const positive = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map(Math.abs) });
  return {
    ...singlesOf(example, positive),
    table: positive(example.table),
    grad: positive(example.grad),
  };
}

/** A parameter on newly ploughed ground. */
function inMemory({ table, grad }: Case): Parameter {
  ground.fill(FALLOW);
  memory.next = ground.byteOffset + 64;
  return withGradient(parameter("f32", inside(table)), grad);
}

function withGradient(table: Parameter, grad: Tensor): Parameter {
  table.grad.data.set(grad.data);
  return table;
}

function largest(data: ArrayLike<number>): number {
  return Array.from(data).reduce((most, number) => Math.max(most, Math.abs(number)), 0);
}
