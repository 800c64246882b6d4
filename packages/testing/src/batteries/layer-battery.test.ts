import { describe, expect, test } from "vitest";
import type { DifferentiableLayer, DifferentiableParameter, FloatsInShape } from "../gradients/differentiable.js";
import { failedChecks, firstMessage } from "./fixtures/failed-checks.js";
import { type LayerRow, layerBattery } from "./layer-battery.js";
import { touch } from "./plain-parameter.js";

type Scaling = DifferentiableLayer<FloatsInShape>;

/** `output[b, d] = w[d] · tanh x[b, d]`, and the ways to get it wrong. */
function scaledTanh([weight]: readonly DifferentiableParameter[], plant: string): Scaling {
  let lastInput: FloatsInShape | undefined;
  let lastOutput: Float32Array | Float64Array | undefined;
  let calls = 0;
  const D = weight.value.data.length;
  return {
    parameters: plant === "lists no parameter" ? [] : [weight],
    forward(input) {
      lastInput = input;
      calls++;
      const w = weight.value.data;
      const shape = plant === "flattens" ? [input.data.length] : input.shape;
      const data = input.data.map((x, i) => w[i % D] * Math.tanh(x));
      if (plant === "changes the input") input.data[0] *= 0.5;
      if (plant === "changes the weight") w[0] *= 0.5;
      if (plant === "counts its calls") data[0] += calls % 2;
      if (plant === "makes doubles" || plant === "makes singles") {
        return forwardOf({
          shape,
          data: plant === "makes doubles" ? Float64Array.from(data) : Float32Array.from(data),
        });
      }
      if (plant === "uses one output for all") {
        lastOutput ??= data;
        if (lastOutput.length === data.length) lastOutput.set(data);
        return forwardOf({ shape, data: lastOutput });
      }
      return forwardOf({ shape, data });

      function forwardOf(output: FloatsInShape) {
        return {
          output,
          state: { calls: plant === "counts in its state" ? calls : 0 },
          backward(dOutput: FloatsInShape) {
            const x = plant === "reads the last input" && lastInput !== undefined ? lastInput.data : input.data;
            const grad = weight.grad.data;
            if (plant === "assigns") grad.fill(0);
            for (let i = 0; i < x.length; i++) grad[i % D] += Math.tanh(x[i]) * dOutput.data[i];
            if (plant !== "touches nothing") for (let d = 0; d < D; d++) touch(weight, d);
            const power = plant === "loses a square" ? 1 : 2;
            const dInput = dOutput.data.map((d, i) => d * w[i % D] * (1 - Math.tanh(x[i]) ** power));
            if (plant === "scales what it is given") dOutput.data[0] *= 2;
            return { shape: input.shape, data: dInput };
          },
        };
      }
    },
  };
}

const row = (plant: string): LayerRow<FloatsInShape> => ({
  name: "scaledTanh",
  parameters: ({ D }) => [[D]],
  input: ({ B, D }, { floats }) => floats([B, D]),
  layer: (parameters) => scaledTanh(parameters, plant),
  output: ({ B, D }) => [B, D],
});

const [shape, purity, determinism, gradient, accumulation, sharing, precision, sizeOne] = layerBattery(
  row("nothing"),
).checks.map(({ name }) => name);

describe("layerBattery(row)", () => {
  test("finds nothing wrong with a right layer", () => {
    expect(failedChecks(layerBattery(row("nothing")))).toEqual([]);
  });

  test.each([
    ["flattens", shape],
    ["changes the input", purity],
    ["changes the weight", purity],
    ["scales what it is given", purity],
    ["lists no parameter", purity],
    ["counts its calls", determinism],
    ["counts in its state", determinism],
    ["reads the last input", determinism],
    ["uses one output for all", determinism],
    ["loses a square", gradient],
    ["touches nothing", gradient],
    ["assigns", gradient],
    ["assigns", accumulation],
    ["assigns", sharing],
    ["makes doubles", precision],
    ["makes singles", precision],
  ])("finds a layer that %s: %s", (plant, name) => {
    const failed = failedChecks(layerBattery(row(plant)));
    expect(failed).toContain(name);
    expect(failed).toContain(sizeOne);
  });

  test("finds a layer that is right in all sizes but where they are 1", () => {
    const layer = ([weight]: readonly DifferentiableParameter[]): Scaling => {
      const { parameters, forward } = scaledTanh([weight], "nothing");
      const isSingle = (input: FloatsInShape) => input.data.length === 1;
      return { parameters, forward: (input) => forward(isSingle(input) ? { ...input, shape: [1] } : input) };
    };
    expect(failedChecks(layerBattery({ ...row("nothing"), layer }))).toContain(sizeOne);
  });

  test("says in one line what is wrong", () => {
    expect(firstMessage(layerBattery(row("flattens")))).toMatchInlineSnapshot(
      `"the output has shape [1], documented is [1, 1]"`,
    );
    expect(firstMessage(layerBattery(row("changes the input")))).toMatchInlineSnapshot(`"forward changed its input"`);
    expect(firstMessage(layerBattery(row("lists no parameter")))).toMatchInlineSnapshot(
      `""parameter 0" is not among its parameters; an optimizer would not see it"`,
    );
    expect(firstMessage(layerBattery(row("reads the last input")))).toMatchInlineSnapshot(
      `"backward gave another gradient after a forward of another input; what it needs must be its own, not the layer's"`,
    );
    expect(firstMessage(layerBattery(row("touches nothing")))).toMatchInlineSnapshot(
      `"checkGradients: row 0 of "parameter 0" has a gradient but is not among its touched rows; an optimizer would skip it: does backward call touchRow?"`,
    );
  });
});
