import type { BatchSizes } from "../arbitraries/batch-sizes.js";
import type { Differentiable, DifferentiableParameter, FloatsInShape } from "../gradients/differentiable.js";
import { type Draw, drawFrom } from "./draw.js";
import { plainParameter } from "./plain-parameter.js";

/** Describes a layer or loss to a battery: how to make one of any size, and an input for it. */
export interface DifferentiableRow<In> {
  readonly name: string;
  /** The shape of each parameter. Default: none. */
  readonly parameters?: (sizes: BatchSizes) => readonly (readonly number[])[];
  readonly input: (sizes: BatchSizes, draw: Draw) => In;
  /** The part of the input whose gradient `backward` returns. Default: the input, if it is a tensor of floats. */
  readonly wrt?: (input: In) => FloatsInShape | null;
}

/** A layer or loss that is ready to run. Its numbers follow from the sizes alone, in either precision. */
export interface Arrangement<In> {
  /** Makes another one, of the parameters of this arrangement, at each call. */
  readonly make: () => Differentiable<In>;
  readonly parameters: readonly DifferentiableParameter[];
  readonly input: In;
  /** Another input of these sizes. */
  readonly otherInput: In;
  readonly random: () => number;
}

// Streams above those of any parameter.
const INPUT = 1001;
const OTHER_INPUT = 1002;
const DIRECTIONS = 1003;

/** Makes an arrangement of given sizes. */
export type Arrange<In> = (sizes: BatchSizes, precision: "f32" | "f64") => Arrangement<In>;

/** Turns the description of a layer or loss into a function that arranges it. */
export function arrangeFrom<In>(
  row: DifferentiableRow<In>,
  makeOf: (parameters: readonly DifferentiableParameter[], sizes: BatchSizes) => Differentiable<In>,
): Arrange<In> {
  return (sizes, precision) => {
    const shapes = row.parameters?.(sizes) ?? [];
    const parameters = shapes.map((shape, index) =>
      plainParameter(`parameter ${index}`, drawFrom(sizes.seed, index, precision).floats(shape)),
    );
    return {
      make: () => makeOf(parameters, sizes),
      parameters,
      input: row.input(sizes, drawFrom(sizes.seed, INPUT, precision)),
      otherInput: row.input(sizes, drawFrom(sizes.seed, OTHER_INPUT, precision)),
      random: drawFrom(sizes.seed, DIRECTIONS, precision).random,
    };
  };
}
