import {
  type FloatArray,
  kernelMemory,
  type Parameter,
  parameter,
  touchAllRows,
  touchRow,
  zeroGradients,
  zeros,
  zerosIn,
} from "@wordloom/tensor";
import { describe, expect, test, vi } from "vitest";
import { adaGrad } from "./ada-grad.js";
import { adam } from "./adam.js";
import { callKernel } from "./kernels.js";
import { kernelsBase64 } from "./kernels.wasm.js";
import { momentum } from "./momentum.js";
import type { Optimizer } from "./optimizer.js";
import { rmsProp } from "./rms-prop.js";
import { sgd } from "./sgd.js";

vi.mock(import("./kernels.js"), async (importOriginal) => {
  const { callKernel } = await importOriginal();
  return { callKernel: vi.fn(callKernel) };
});

// One row an optimizer: how to make it, at a rate that suits the targets below, and its rule for a single number,
// written again from the paper. `rule(g, t)` returns the change of θ at step t, counted from 1.
const battery: { name: string; make: (rate: number) => Optimizer; rate: number; rule: (rate: number) => Rule }[] = [
  { name: "sgd", make: (rate) => sgd(rate), rate: 0.05, rule: (rate) => (g) => -rate * g },
  {
    name: "momentum",
    make: (rate) => momentum(rate, { momentum: 0.8 }),
    rate: 0.02,
    rule: (rate) => {
      let v = 0;
      return (g) => {
        v = 0.8 * v - rate * g;
        return v;
      };
    },
  },
  {
    name: "adaGrad",
    make: (rate) => adaGrad(rate),
    rate: 0.5,
    rule: (rate) => {
      let s = 0;
      return (g) => {
        s += g ** 2;
        return (-rate * g) / (Math.sqrt(s) + 1e-7);
      };
    },
  },
  {
    name: "rmsProp",
    make: (rate) => rmsProp(rate, { decay: 0.9 }),
    rate: 0.01,
    rule: (rate) => {
      let s = 0;
      return (g) => {
        s = 0.9 * s + 0.1 * g ** 2;
        return (-rate * g) / (Math.sqrt(s) + 1e-7);
      };
    },
  },
  {
    name: "adam",
    make: (rate) => adam(rate),
    rate: 0.05,
    rule: (rate) => {
      let m = 0;
      let v = 0;
      return (g, t) => {
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g ** 2;
        const corrected = (rate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
        return (-corrected * m) / (Math.sqrt(v) + 1e-7);
      };
    },
  },
];

type Rule = (g: number, t: number) => number;

const gradients = [0.5, -2, 0.25, 0, 3, -1];

describe.each(battery)("$name(learningRate)", ({ make, rate, rule }) => {
  test("follows its published rule over six steps", () => {
    const theta = single(1);
    const optimizer = make(rate);
    const change = rule(rate);
    let expected = 1;
    for (const [index, g] of gradients.entries()) {
      expected += change(g, index + 1);
      stepWith(optimizer, theta, g);
      expect(theta.value.data[0]).toBeCloseTo(expected, 12);
    }
  });

  test("leaves rows that were not touched alone, value and state", () => {
    const table = parameter("W", { shape: [3, 1], data: Float64Array.of(1, 2, 3) });
    const optimizer = make(rate);
    const alone = single(3);
    const optimizerOfAlone = make(rate);
    for (const g of gradients) {
      table.grad.data[2] += g;
      touchRow(table, 2);
      // A gradient that no layer announced: reading it would mean that the step visits all V rows.
      table.grad.data[0] = 100;
      optimizer.step([table]);
      zeroGradients([table]);
      stepWith(optimizerOfAlone, alone, g);
    }
    expect([...table.value.data]).toEqual([1, 2, alone.value.data[0]]);
  });

  test("updates a parameter that is given twice once", () => {
    const [once, twice] = [single(1), single(1)];
    const [optimizer, another] = [make(rate), make(rate)];
    addGradient(once, 2);
    addGradient(twice, 2);
    optimizer.step([once]);
    another.step([twice, twice]);
    expect(twice.value).toEqual(once.value);
  });

  test("finds the bottom of a bowl, each axis of another steepness", () => {
    const theta = parameter("θ", { shape: [2, 1], data: Float64Array.of(3, -2) });
    minimize(make(rate), theta, 3000, ([x, y]) => [2 * (x - 1), 10 * (y + 1)]);
    expect(theta.value.data[0]).toBeCloseTo(1, 1);
    expect(theta.value.data[1]).toBeCloseTo(-1, 1);
  });

  test("keeps state in the precision of the value, and in a store of its own for each parameter", () => {
    const [a, b] = [single(1), single(1)];
    const optimizer = make(rate);
    addGradient(a, 1);
    addGradient(b, 1);
    optimizer.step([a, b]);
    expect(b.value).toEqual(a.value);
  });
});

describe.each(battery)("$name in kernel memory", ({ make, rate }) => {
  const called = vi.mocked(callKernel);
  const V = 5;
  /** Which rows each step touches, in which order. */
  const steps = [[4, 0], [0], [3, 4, 1], [0, 1, 2, 3, 4], [4]];

  test.each([1, 2, 3, 4, 5, 7, 8, 21, 100])("stays within 1e-5 of the f64 path in rows of %i", (D) => {
    const single = parameter("f32", zerosIn(kernelMemory(4 * 4 * V * D), [V, D]));
    const double = parameter("f64", zeros([V, D], "f64"));
    for (const theta of [single, double]) {
      called.mockClear();
      for (let i = 0; i < V * D; i++) theta.value.data[i] = Math.fround(Math.sin(i));
      const optimizer = make(rate);
      for (const [t, rows] of steps.entries()) {
        // A gradient that no layer announced must not be seen.
        for (let i = 0; i < V * D; i++) theta.grad.data[i] = Math.fround(3 * Math.sin(7 * i + t));
        for (const row of rows) touchRow(theta, row);
        optimizer.step([theta]);
        zeroGradients([theta]);
      }
      expect(called.mock.results.map(({ value }) => value)).toEqual(steps.map(() => theta === single));
    }
    const differences = double.value.data.map((expected, i) => Math.abs(single.value.data[i] - expected));
    expect(Math.max(...differences)).toBeLessThan(1e-5 * Math.max(...double.value.data.map(Math.abs)));
  });

  test("has its state there, and says so when there is no room", () => {
    const D = 100_000;
    const theta = parameter("W", zerosIn(kernelMemory(2 * 4 * D), [1, D]));
    touchRow(theta, 0);
    const step = () => make(rate).step([theta]);
    if (make === battery[0].make) expect(step).not.toThrow();
    else expect(step).toThrow("zerosIn: [1, 100000] takes 400000 bytes");
  });
});

describe.each(battery)("$name(schedule)", ({ make, rate }) => {
  test("names a learning rate that is no rate, and its step", () => {
    expect(() => make(-rate).step([single(1)])).toThrow(
      `optimizer: learning rate ${-rate} at step 0; it must be a finite number, at least 0`,
    );
    expect(() => make(Number.NaN).step([single(1)])).toThrow("learning rate NaN at step 0");
  });
});

describe("sgd(schedule)", () => {
  test("asks for the rate of each step, counted from 0", () => {
    const theta = single(0);
    const optimizer = sgd((step) => 10 ** step);
    for (const _ of [0, 1, 2]) stepWith(optimizer, theta, -1);
    expect(theta.value.data[0]).toBe(111);
  });
});

describe("adam(learningRate)", () => {
  test("moves by the learning rate at its first step, whatever the gradient's size", () => {
    for (const g of [1e-3, 1, 1e6]) {
      const theta = single(0);
      stepWith(adam(0.1), theta, g);
      expect(theta.value.data[0]).toBeCloseTo(-0.1, 3);
    }
  });
});

describe("the kernels", () => {
  // Chrome compiles no more than this on a page's main thread.
  test("are a module below 4 kB", () => {
    expect((kernelsBase64.length / 4) * 3).toBeLessThan(4096);
  });
});

describe("options that make no sense", () => {
  test("are named", () => {
    expect(() => momentum(1, { momentum: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: momentum: momentum is 1; it must be in [0, 1)]`,
    );
    expect(() => adam(1, { beta2: -0.1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adam: beta2 is -0.1; it must be in [0, 1)]`,
    );
    expect(() => rmsProp(1, { decay: Number.NaN })).toThrow("rmsProp: decay is NaN");
  });
});

function single(value: number): Parameter {
  return parameter("θ", { shape: [1], data: Float64Array.of(value) });
}

function addGradient(theta: Parameter, g: number): void {
  theta.grad.data[0] += g;
  touchRow(theta, 0);
}

function stepWith(optimizer: Optimizer, theta: Parameter, g: number): void {
  addGradient(theta, g);
  optimizer.step([theta]);
  zeroGradients([theta]);
}

function minimize(optimizer: Optimizer, theta: Parameter, steps: number, slope: (at: FloatArray) => number[]): void {
  for (let step = 0; step < steps; step++) {
    theta.grad.data.set(slope(theta.value.data));
    touchAllRows(theta);
    optimizer.step([theta]);
    zeroGradients([theta]);
  }
}
