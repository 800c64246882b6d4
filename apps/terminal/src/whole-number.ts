import { InvalidArgumentError } from "commander";

export interface WholeNumberBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
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
}: WholeNumberBounds = {}): (text: string) => number {
  const range = atMost === Number.MAX_SAFE_INTEGER ? `at least ${atLeast}` : `from ${atLeast} to ${atMost}`;
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= atLeast && value <= atMost) return value;
    throw new InvalidArgumentError(`It must be a whole number, ${range}`);
  };
}
