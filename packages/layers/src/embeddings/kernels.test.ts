import {
  callKernel,
  type Ids,
  ids,
  kernelMemory,
  NO_ROW,
  type Parameter,
  parameter,
  type Tensor,
  zerosIn,
} from "@wordloom/tensor";
import { arrayMatchers, idsIn } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { embedding } from "./embedding.js";
import { embeddingDot } from "./embedding-dot.js";
import { meanEmbedding } from "./mean-embedding.js";

expect.extend(arrayMatchers);
vi.mock(import("@wordloom/tensor"), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, callKernel: vi.fn(original.callKernel) as typeof original.callKernel };
});

/** Differences from the f64 path are at most this part of the largest sum, were all numbers positive. */
const BOUND = 1e-5;

/** The numbers of one call there and back, as doubles that f32 holds exactly. */
interface Case {
  /** `[B, K]`, repeated as a rule; in `contexts` some are left out, never a whole line. */
  readonly rows: Ids;
  readonly contexts: Ids;
  /** `[V, D]`: the value, and a gradient that is there already. */
  readonly table: Tensor;
  readonly grad: Tensor;
  /** `[B, D]`, `[B, K]` and `[B, K, D]`. */
  readonly hidden: Tensor;
  readonly dScores: Tensor;
  readonly dRows: Tensor;
}

// One row a layer: all that it computes, there and back.
const battery: Record<string, (table: Parameter, example: Case) => readonly Tensor[]> = {
  embedding(table, { rows, dRows }) {
    const { output, backward } = embedding(table).forward(rows);
    backward(dRows);
    return [output, table.grad];
  },
  meanEmbedding(table, { contexts, hidden }) {
    const { output, backward } = meanEmbedding(table).forward(contexts);
    backward(hidden);
    return [output, table.grad];
  },
  embeddingDot(table, { rows, hidden, dScores }) {
    const { output, backward } = embeddingDot(table).forward({ hidden, ids: rows });
    return [output, backward(dScores), table.grad];
  },
};

const memory = kernelMemory(2 ** 20);
/** The memory's tensors, all of them, and what is left around them. */
const ground = new Float32Array(memory.buffer, memory.next, 2 ** 13);
const FALLOW = 777;

describe.each(Object.entries(battery))("%s(table) in kernel memory", (name, layer) => {
  const called = vi.mocked(callKernel);
  beforeEach(() => {
    called.mockClear();
  });

  test("computes what the f64 path does, there and back, and writes nowhere else", () => {
    fc.assert(
      fc.property(cases(), (example) => {
        called.mockClear();
        const expected = layer(onHeap(example), example);
        const home = inMemory(example);
        const received = layer(home, operands(example, single));
        expect(called.mock.calls.slice(2).map(([kernel]) => kernel)).toEqual([`${name}Forward`, `${name}Backward`]);
        expect(called.mock.results.map(({ value }) => value)).toEqual([false, false, true, true]);
        const scales = layer(onHeap(absolute(example)), absolute(example));
        for (const [i, { shape, data }] of expected.entries()) {
          expect(received[i].shape).toEqual(shape);
          expect(received[i].data).toBeInstanceOf(Float32Array);
          expect(received[i].data).toBeCloseToArray(data, BOUND * Math.max(...scales[i].data));
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
        const guests = layer(inMemory(example), operands(example, single));
        const residents = layer(inMemory(example), operands(example, inside));
        expect(residents.map(({ data }) => data)).toEqual(guests.map(({ data }) => data));
      }),
    );
  });
});

describe("embedding(table)", () => {
  test("takes the plain path where ids do not fit in the memory's scratch, with the same result", () => {
    const rows = ids([2 ** 22 + 1], new Int32Array(2 ** 22 + 1).fill(1));
    const table = zerosIn(kernelMemory(1000), [2, 1]);
    table.data.set([1, 7]);
    const { data } = embedding(parameter("W", table)).forward(rows).output;
    expect(vi.mocked(callKernel).mock.results.at(-1)?.value).toBe(false);
    expect([data[0], data[2 ** 22]]).toEqual([7, 7]);
  });
});

/** D from 1 to 21: multiples of 4 and of 8, and everything between. */
function cases(): fc.Arbitrary<Case> {
  const size = (max: number) => fc.integer({ min: 1, max });
  return fc.record({ V: size(6), D: size(21), B: size(4), K: size(4) }).chain(({ V, D, B, K }) =>
    fc.record({
      rows: idsIn(V, [B, K]),
      contexts: fc
        .tuple(idsIn(V, [B, K]), fc.array(fc.boolean(), { minLength: B * K, maxLength: B * K }))
        .map(([{ data }, isHere]) => {
          const withGaps = data.map((id, i) => (i % K === 0 || isHere[i] ? id : NO_ROW));
          return ids([B, K], withGaps);
        }),
      table: numbers([V, D]),
      grad: numbers([V, D]),
      hidden: numbers([B, D]),
      dScores: numbers([B, K]),
      dRows: numbers([B, K, D]),
    }),
  );
}

/** Their products neither vanish nor are they exact. */
function numbers(shape: readonly number[]): fc.Arbitrary<Tensor> {
  const length = shape.reduce((product, n) => product * n, 1);
  return fc
    .array(fc.integer({ min: -40_000, max: 40_000 }), { minLength: length, maxLength: length })
    .map((values) => ({ shape, data: Float64Array.from(values, (value) => Math.fround(value / 9973)) }));
}

/** The operands beside the table, each changed. */
function operands(example: Case, change: (tensor: Tensor) => Tensor): Case {
  const { hidden, dScores, dRows } = example;
  return { ...example, hidden: change(hidden), dScores: change(dScores), dRows: change(dRows) };
}

function absolute(example: Case): Case {
  const change = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map(Math.abs) });
  return { ...operands(example, change), table: change(example.table), grad: change(example.grad) };
}

function single({ shape, data }: Tensor): Tensor {
  return { shape, data: Float32Array.from(data) };
}

function inside({ shape, data }: Tensor): Tensor {
  const tensor = zerosIn(memory, shape);
  tensor.data.set(data);
  return tensor;
}

function onHeap({ table, grad }: Case): Parameter {
  return withGradient(parameter("f64", table), grad);
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
