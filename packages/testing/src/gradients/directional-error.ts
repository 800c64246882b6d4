import type { FloatsInShape } from "./differentiable.js";
import type { RandomScalar } from "./random-scalar.js";

/** Measures the relative error of `⟨gradient, d⟩` for one random direction `d` of one tensor, which is restored to the bit. */
export function directionalError(
  scalar: RandomScalar,
  values: FloatsInShape,
  gradient: Float64Array,
  random: () => number,
  step: number,
): number {
  const direction = directionAlong(gradient, random);
  const start = values.data.slice();
  let magnitude = 1;
  const valueAt = (distance: number): number => {
    for (let i = 0; i < start.length; i++) values.data[i] = start[i] + distance * direction[i];
    const value = scalar.value();
    magnitude = Math.max(magnitude, Math.abs(value));
    return value;
  };

  try {
    const near = (valueAt(step) - valueAt(-step)) / (2 * step);
    const far = (valueAt(2 * step) - valueAt(-2 * step)) / (4 * step);
    const numeric = (4 * near - far) / 3;
    const analytic = dot(gradient, direction);
    const difference = Math.abs(analytic - numeric);
    const rounding = (8 * Number.EPSILON * magnitude) / step;
    return difference <= rounding ? 0 : difference / Math.max(Math.abs(analytic), Math.abs(numeric));
  } finally {
    values.data.set(start);
  }
}

/** The unit vector along `ĝ + r̂`, where `r̂` is a random direction turned to the side of `ĝ`. */
function directionAlong(gradient: Float64Array, random: () => number): Float64Array {
  const towards = unit(gradient);
  const aside = unit(gradient.map(() => normal(random)));
  const side = dot(towards, aside) < 0 ? -1 : 1;
  return unit(towards.map((component, i) => component + side * aside[i]));
}

/** Of length 1, unless of length 0. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((component) => component / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, component, i) => sum + component * b[i], 0);
}

/** Box–Muller. Its last bits differ between engines, which a check against 1e-6 does not notice. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
