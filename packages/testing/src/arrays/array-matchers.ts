import type { IdsInShape } from "../arbitraries/ids-in.js";
import type { FloatsInShape } from "../gradients/differentiable.js";
import { isKind } from "./is-kind.js";

/** A list of numbers, a typed array, lists in lists, or a tensor. */
export type NumberArray = ArrayLike<number> | readonly NumberArray[] | FloatsInShape | IdsInShape;

/** The matchers of {@link arrayMatchers} as a test runner declares them: `R` is what an assertion returns. */
export interface ArrayMatchers<R, _T = unknown> {
  toBeCloseToArray(expected: NumberArray, tolerance: number): R;
}

/** What a matcher returns to the test runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

interface Flattened {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/**
 * Holds the matchers for `expect.extend` of vitest, Jest and the like.
 *
 * `expect(received).toBeCloseToArray(expected, tolerance)` passes if the shapes are equal and `|received − expected| ≤
 * tolerance` everywhere; NaN is close to NaN alone. A failure names the first such place and the largest difference.
 */
export const arrayMatchers: {
  toBeCloseToArray: (received: unknown, expected: NumberArray, tolerance: number) => MatcherResult;
} = {
  toBeCloseToArray(received, expected, tolerance) {
    return compare(flatten("received", received), flatten("expected", expected), tolerance);
  },
};

function compare(received: Flattened, expected: Flattened, tolerance: number): MatcherResult {
  const shapes = [received, expected].map(({ shape }) => `[${shape.join(", ")}]`);
  if (shapes[0] !== shapes[1]) return failed(`received shape ${shapes[0]}, expected ${shapes[1]}`);

  let first = -1;
  let largest = 0;
  for (let i = 0; i < expected.data.length; i++) {
    if (Object.is(received.data[i], expected.data[i])) continue;
    const difference = Math.abs(received.data[i] - expected.data[i]);
    largest = Math.max(largest, difference);
    if (first < 0 && !(difference <= tolerance)) first = i;
  }
  if (first >= 0) {
    return failed(
      `at [${indexOf(first, expected.shape).join(", ")}] received ${received.data[first]}, expected ` +
        `${expected.data[first]} within ${tolerance}; the largest difference is ${largest}`,
    );
  }
  return { pass: true, message: () => `expected an entry that differs by more than ${tolerance}` };
}

function failed(message: string): MatcherResult {
  return { pass: false, message: () => message };
}

function flatten(which: string, value: unknown): Flattened {
  if (isNumbers(value)) return { shape: [value.length], data: value };
  if (Array.isArray(value)) {
    const rows = value.map((row) => flatten(which, row));
    const inner = rows[0].shape;
    const ragged = rows.findIndex(({ shape }) => shape.join() !== inner.join());
    if (ragged >= 0) throw new TypeError(`toBeCloseToArray: row ${ragged} of ${which} has another shape than row 0`);
    return { shape: [rows.length, ...inner], data: rows.flatMap(({ data }) => Array.from(data)) };
  }
  if (typeof value === "object" && value !== null && "shape" in value && "data" in value) {
    const { shape, data } = value;
    if (Array.isArray(shape) && isNumbers(data)) return { shape, data };
  }
  throw new TypeError(`toBeCloseToArray: ${which} is ${describe(value)}; it must be numbers in an array or a tensor`);
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  const isTyped = ArrayBuffer.isView(value) && !isKind(value, "DataView");
  return isTyped || (Array.isArray(value) && value.every((entry) => typeof entry === "number"));
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list of mixed kinds";
  return typeof value === "object" || typeof value === "string" ? JSON.stringify(value) : String(value);
}

function indexOf(position: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  for (let rest = position, axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}
