import { describe, expect, test } from "vitest";
import type { DoublesInShape } from "../arbitraries/tables.js";
import { checkGradients } from "./check-gradients.js";
import type { Differentiable, DifferentiableLoss, DifferentiableParameter, FloatsInShape } from "./differentiable.js";

/** Park and Miller's generator: enough to fill the tensors of a test. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function doubles(shape: readonly number[], seed: number): DoublesInShape {
  const random = seeded(seed);
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Float64Array.from({ length: size }, () => 4 * random() - 2) };
}

function parameterOf(name: string, value: FloatsInShape): DifferentiableParameter {
  const rows = value.shape[0];
  return {
    name,
    value,
    grad: { shape: value.shape, data: value.data.map(() => 0) },
    touchedRows: { rows: new Int32Array(rows), count: 0, isMember: new Uint8Array(rows) },
  };
}

function touch({ touchedRows }: DifferentiableParameter, row: number): void {
  if (touchedRows.isMember[row] === 1) return;
  touchedRows.isMember[row] = 1;
  touchedRows.rows[touchedRows.count++] = row;
}

type Ids = { shape: readonly number[]; data: Int32Array };

interface Plants {
  factor?: number;
  assigns?: boolean;
  keepsLastOfRepeated?: boolean;
  forgetsToTouch?: boolean;
  listsTwice?: boolean;
}

/** Squares of the rows that ids name, so that the gradient depends on the value. */
function squaredRows(table: DifferentiableParameter, plants: Plants = {}): Differentiable<Ids> {
  const {
    factor = 2,
    assigns = false,
    keepsLastOfRepeated = false,
    forgetsToTouch = false,
    listsTwice = false,
  } = plants;
  const D = table.value.shape[1];
  return {
    parameters: [table],
    forward: ({ shape: [B], data: ids }) => ({
      output: {
        shape: [B, D],
        data: Float64Array.from(
          { length: B * D },
          (_, i) => table.value.data[ids[Math.floor(i / D)] * D + (i % D)] ** 2,
        ),
      },
      backward(dOutput: FloatsInShape) {
        for (let i = 0; i < B * D; i++) {
          const row = ids[Math.floor(i / D)];
          const at = row * D + (i % D);
          if (keepsLastOfRepeated && ids.lastIndexOf(row) !== Math.floor(i / D)) continue;
          const gradient = factor * table.value.data[at] * dOutput.data[i];
          table.grad.data[at] = assigns ? gradient : table.grad.data[at] + gradient;
          if (!forgetsToTouch) touch(table, row);
        }
        if (listsTwice) table.touchedRows.rows[table.touchedRows.count++] = ids[0];
      },
    }),
  };
}

/** `output = input · W`, `[B, M] · [M, N] → [B, N]`. */
function product(
  weight: DifferentiableParameter,
  { transposes = false, returnsInput = true } = {},
): Differentiable<FloatsInShape> {
  const [M, N] = weight.value.shape;
  const at = (m: number, n: number): number => (transposes ? n * M + m : m * N + n);
  return {
    parameters: [weight],
    forward(input) {
      const B = input.shape[0];
      const output = new Float64Array(B * N);
      for (let b = 0; b < B; b++) {
        for (let m = 0; m < M; m++) {
          for (let n = 0; n < N; n++) output[b * N + n] += input.data[b * M + m] * weight.value.data[m * N + n];
        }
      }
      return {
        output: { shape: [B, N], data: output },
        backward(dOutput: FloatsInShape) {
          const dInput = new Float64Array(B * M);
          for (let b = 0; b < B; b++) {
            for (let m = 0; m < M; m++) {
              touch(weight, m);
              for (let n = 0; n < N; n++) {
                weight.grad.data[m * N + n] += input.data[b * M + m] * dOutput.data[b * N + n];
                dInput[b * M + m] += weight.value.data[at(m, n)] * dOutput.data[b * N + n];
              }
            }
          }
          if (returnsInput) return { shape: input.shape, data: dInput };
        },
      };
    },
  };
}

interface Scores {
  scores: DoublesInShape;
  labels: DoublesInShape;
}

/** `½ Σ (score − label)²`. */
function halfSquares({ ignoresDLoss = false, scale = 1 } = {}): Differentiable<Scores> {
  return {
    parameters: [],
    forward: ({ scores, labels }): DifferentiableLoss => ({
      value: scores.data.reduce((sum, score, i) => sum + (score - labels.data[i]) ** 2 / 2, 0),
      backward: (dLoss = 1) => ({
        shape: scores.shape,
        data: Float64Array.from(
          scores.data,
          (score, i) => scale * (ignoresDLoss ? 1 : dLoss) * (score - labels.data[i]),
        ),
      }),
    }),
  };
}

/** `sin(500 x)`, entry by entry: steep, so that the error of a step would show. */
const waves: Differentiable<DoublesInShape> = {
  parameters: [],
  forward: ({ shape, data }) => ({
    output: { shape, data: data.map((x) => Math.sin(500 * x)) },
    backward: (dOutput: FloatsInShape) => ({
      shape,
      data: data.map((x, i) => 500 * Math.cos(500 * x) * dOutput.data[i]),
    }),
  }),
};

const table = (): DifferentiableParameter => parameterOf("input", doubles([4, 3], 7));
const ids: Ids = { shape: [3], data: Int32Array.of(2, 0, 2) };

describe("checkGradients(layer, input, random) of a right gradient", () => {
  test("is below 1e-6 for a table whose rows repeat", () => {
    expect(checkGradients(squaredRows(table()), ids, seeded(1))).toBeLessThan(1e-6);
  });

  test("is below 1e-6 for a weight and a float input", () => {
    const layer = product(parameterOf("W", doubles([3, 3], 2)));
    expect(checkGradients(layer, doubles([2, 3], 3), seeded(1))).toBeLessThan(1e-6);
  });

  test("is below 1e-6 for a loss with respect to a part of its input", () => {
    const input = { scores: doubles([2, 2], 4), labels: doubles([2, 2], 5) };
    expect(checkGradients(halfSquares(), input, seeded(1), { wrt: input.scores })).toBeLessThan(1e-6);
  });

  test("is below 1e-6 whichever way the random direction points", () => {
    for (let seed = 1; seed <= 500; seed++) {
      expect(checkGradients(waves, doubles([2], 8), seeded(seed))).toBeLessThan(1e-6);
    }
  });

  test("is 0 where the gradient is zero", () => {
    const zero = parameterOf("W", { shape: [1, 1], data: new Float64Array(1) });
    expect(checkGradients(product(zero), { shape: [1, 1], data: new Float64Array(1) }, seeded(1))).toBe(0);
  });

  test("counts a parameter that is listed twice once", () => {
    const { parameters, forward } = squaredRows(table());
    expect(checkGradients({ parameters: [...parameters, ...parameters], forward }, ids, seeded(1))).toBeLessThan(1e-6);
  });

  test("may be repeated: gradients are cleared before and after, values restored to the bit", () => {
    const shared = table();
    const before = shared.value.data.slice();
    shared.grad.data.fill(9);
    touch(shared, 1);
    for (let time = 0; time < 2; time++) {
      expect(checkGradients(squaredRows(shared), ids, seeded(1))).toBeLessThan(1e-6);
      expect(shared.value.data).toEqual(before);
      expect(shared.grad.data).toEqual(new Float64Array(12));
      expect(shared.touchedRows.count).toBe(0);
      expect(shared.touchedRows.isMember).toEqual(new Uint8Array(4));
    }
  });

  test("takes a float input whose gradient the layer does not return", () => {
    const layer = product(parameterOf("W", doubles([3, 2], 2)), { returnsInput: false });
    expect(checkGradients(layer, doubles([2, 3], 3), seeded(1), { wrt: null })).toBeLessThan(1e-6);
  });
});

describe("checkGradients(layer, input, random) of a wrong gradient", () => {
  test("is large for a missing factor", () => {
    expect(checkGradients(squaredRows(table(), { factor: 1 }), ids, seeded(1))).toBeCloseTo(0.5, 6);
  });

  test("is above 1e-6 for a factor that is one millionth too large", () => {
    expect(checkGradients(squaredRows(table(), { factor: 2 + 4e-6 }), ids, seeded(1))).toBeGreaterThan(1e-6);
  });

  test("is large in one dimension, whichever way the random direction points", () => {
    const one: Ids = { shape: [1], data: Int32Array.of(0) };
    for (let seed = 1; seed <= 20; seed++) {
      const layer = squaredRows(parameterOf("input", doubles([1, 1], seed)), { factor: 1 });
      expect(checkGradients(layer, one, seeded(seed))).toBeCloseTo(0.5, 6);
    }
  });

  test("is 1 for a backward that adds nothing", () => {
    expect(checkGradients(squaredRows(table(), { factor: 0 }), ids, seeded(1))).toBe(1);
  });

  test("is large where the last of two equal ids wins", () => {
    expect(checkGradients(squaredRows(table(), { keepsLastOfRepeated: true }), ids, seeded(1))).toBeGreaterThan(0.01);
  });

  test("is large for a transposed weight", () => {
    const layer = product(parameterOf("W", doubles([3, 3], 2)), { transposes: true });
    expect(checkGradients(layer, doubles([2, 3], 3), seeded(1))).toBeGreaterThan(0.1);
  });

  test("is large for a small parameter beside a large one", () => {
    const scale = parameterOf("W", doubles([3, 3], 2));
    const layer = product(scale, { transposes: true });
    const large = doubles([2, 3], 3);
    // ∂L/∂W is a million times ∂L/∂input, which is the wrong one.
    expect(
      checkGradients(layer, { shape: large.shape, data: large.data.map((x) => 1e6 * x) }, seeded(1)),
    ).toBeGreaterThan(0.1);
  });

  test("is large for a loss of the wrong scale", () => {
    const input = { scores: doubles([2, 2], 4), labels: doubles([2, 2], 5) };
    expect(checkGradients(halfSquares({ scale: 0.5 }), input, seeded(1), { wrt: input.scores })).toBeCloseTo(0.5, 6);
  });

  test("is NaN, which is below nothing, for a layer that is not finite", () => {
    const data = Float64Array.of(1, Number.NaN);
    const input = { shape: [2], data };
    expect(checkGradients(halfSquares(), { scores: input, labels: input }, seeded(1), { wrt: input })).toBeNaN();
  });
});

describe("checkGradients(layer, input, random) refuses", () => {
  test("a backward that assigns where it should add", () => {
    expect(() =>
      checkGradients(squaredRows(table(), { assigns: true }), ids, seeded(1)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: the gradient of "input" at 0 is -3.131904323921011, and after a second backward of twice as much -6.263808647842022, not -9.395712971763032; backward must scale with what it is given, and add to grad]`,
    );
  });

  test("a row with a gradient that was not touched", () => {
    const layer = squaredRows(table(), { forgetsToTouch: true });
    expect(() => checkGradients(layer, ids, seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: row 0 of "input" has a gradient but is not among its touched rows; an optimizer would skip it: does backward call touchRow?]`,
    );
  });

  test("a row that is touched twice", () => {
    const layer = squaredRows(table(), { listsTwice: true });
    expect(() => checkGradients(layer, ids, seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: row 2 of "input" is listed 2 times among its touched rows, but isMember is 1; rows must be added by touchRow]`,
    );
  });

  test("a loss whose backward ignores what it is given", () => {
    const input = { scores: doubles([2], 4), labels: doubles([2], 5) };
    expect(() =>
      checkGradients(halfSquares({ ignoresDLoss: true }), input, seeded(1), { wrt: input.scores }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: the returned gradient at 0 is -0.00008991174404049396, and after a second backward of twice as much -0.00008991174404049396, not -0.00017982348808098791; backward must scale with what it is given, and add to grad]`,
    );
  });

  test("a backward that returns nothing for a float input", () => {
    const silent: Differentiable<FloatsInShape> = {
      parameters: [],
      forward: (output) => ({ output, backward: () => undefined }),
    };
    expect(() => checkGradients(silent, doubles([2, 3], 1), seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: backward returned no tensor for an input of shape [2, 3]; if the input needs no gradient, say { wrt: null }]`,
    );
  });

  test("a backward that returns another shape", () => {
    const flat: Differentiable<FloatsInShape> = {
      parameters: [],
      forward: (output) => ({ output, backward: ({ data }: FloatsInShape) => ({ shape: [data.length], data }) }),
    };
    expect(() => checkGradients(flat, doubles([2, 3], 1), seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[Error: checkGradients: backward returned a tensor of shape [6] for an input of shape [2, 3]; if the input needs no gradient, say { wrt: null }]`,
    );
  });

  test("a parameter in single precision", () => {
    const single = parameterOf("input", { shape: [4, 3], data: new Float32Array(12) });
    expect(() => checkGradients(squaredRows(single), ids, seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: checkGradients: the value of "input" is a Float32Array; gradients are checked in Float64Array]`,
    );
  });

  test("an input in single precision", () => {
    const layer = product(parameterOf("W", doubles([3, 2], 2)));
    const input = { shape: [1, 3], data: new Float32Array(3) };
    expect(() => checkGradients(layer, input, seeded(1))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: checkGradients: the input is a Float32Array; gradients are checked in Float64Array]`,
    );
  });
});
