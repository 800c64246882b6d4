import { kernelMemory, parameter, touchRow, zeroGradients, zeros, zerosIn } from "@wordloom/tensor";
import { describe, expect, test, vi } from "vitest";
import { callKernel } from "./kernels.js";
import { kernels } from "./kernels.wasm.js";
import type { Optimizer } from "./optimizer.js";
import { adaGrad } from "./rules/ada-grad.js";
import { adam } from "./rules/adam.js";
import { momentum } from "./rules/momentum.js";
import { rmsProp } from "./rules/rms-prop.js";
import { sgd } from "./rules/sgd.js";

vi.mock(import("./kernels.js"), async (importOriginal) => {
  const { callKernel } = await importOriginal();
  return { callKernel: vi.fn(callKernel) };
});

// One row an optimizer that has a kernel, at a rate that suits the gradients below.
const optimizers: { name: string; make: () => Optimizer; hasState: boolean }[] = [
  { name: "sgd", make: () => sgd(0.05), hasState: false },
  { name: "momentum", make: () => momentum(0.02, { momentum: 0.8 }), hasState: true },
  { name: "adaGrad", make: () => adaGrad(0.5), hasState: true },
  { name: "rmsProp", make: () => rmsProp(0.01, { decay: 0.9 }), hasState: true },
  { name: "adam", make: () => adam(0.05), hasState: true },
];

describe.each(optimizers)("$name in kernel memory", ({ make, hasState }) => {
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
      const optimizer = make();
      const state = optimizer.init([theta]);
      for (const [t, rows] of steps.entries()) {
        // A gradient that no layer announced must not be seen.
        for (let i = 0; i < V * D; i++) theta.grad.data[i] = Math.fround(3 * Math.sin(7 * i + t));
        for (const row of rows) touchRow(theta, row);
        optimizer.update(state, [theta]);
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
    const init = () => make().init([theta]);
    if (hasState) expect(init).toThrow("zerosIn: [1, 100000] takes 400000 bytes");
    else expect(init).not.toThrow();
  });
});

describe("the kernels", () => {
  // Chrome compiles no more than this on a page's main thread.
  test("are a module below 4 kB", () => {
    expect((kernels.base64.length / 4) * 3).toBeLessThan(4096);
  });
});
