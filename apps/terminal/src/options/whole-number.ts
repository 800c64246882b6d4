import { InvalidArgumentError } from "commander";

/** The bounds of a whole number, which belong to the range themselves. */
export interface WholeNumberBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Whether 0 is allowed, whatever the bounds. */
  readonly orZero?: boolean;
}

/**
 * Makes a parser for the value of an option that is a whole number, by default at least 1.
 *
 * @throws InvalidArgumentError, from the parser, if the text is not such a number
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
