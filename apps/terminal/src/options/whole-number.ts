import { InvalidArgumentError } from "commander";

export interface WholeNumberBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Whether 0 is one as well, whatever the bounds. */
  readonly orZero?: boolean;
}

/**
 * Parses the value of an option that is a whole number, at least 1 unless told otherwise.
 *
 * @example
 * program.option("--top <n>", "answers to each question", wholeNumber(), 10);
 * // --top 0 → evaluator: option '--top <n>' argument '0' is invalid. It must be a whole number, at least 1
 */
export function wholeNumber({
  atLeast = 1,
  atMost = Number.MAX_SAFE_INTEGER,
  orZero = false,
}: WholeNumberBounds = {}): (text: string) => number {
  const range = atMost === Number.MAX_SAFE_INTEGER ? `at least ${atLeast}` : `from ${atLeast} to ${atMost}`;
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    if ((value >= atLeast && value <= atMost) || (orZero && value === 0)) return value;
    throw new InvalidArgumentError(`It must be a whole number, ${orZero ? "0 or " : ""}${range}`);
  };
}
