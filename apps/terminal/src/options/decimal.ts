import { InvalidArgumentError } from "commander";

/** The bounds of a number. Each is optional; `above` and `below` exclude the bound itself. */
export interface DecimalBounds {
  readonly above?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly below?: number;
}

const DECIMAL = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Makes a parser for the value of an option that is a number within bounds.
 *
 * @throws InvalidArgumentError, from the parser, if the text is not such a number
 *
 * @example
 * program.option("--subsample <t>", "threshold of frequent words", decimal({ atLeast: 0, atMost: 1 }), 0);
 * // --subsample 2 → …argument '2' is invalid. It must be a number, at least 0 and at most 1
 */
export function decimal(bounds: DecimalBounds = {}): (text: string) => number {
  const {
    above = Number.NEGATIVE_INFINITY,
    atLeast = -Number.MAX_VALUE,
    atMost = Number.MAX_VALUE,
    below = Infinity,
  } = bounds;
  return (text) => {
    const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
    if (value > above && value >= atLeast && value <= atMost && value < below) return value;
    throw new InvalidArgumentError(`It must be a number${inWords(bounds)}`);
  };
}

function inWords({ above, atLeast, atMost, below }: DecimalBounds): string {
  const words = [
    above === undefined ? "" : `above ${above}`,
    atLeast === undefined ? "" : `at least ${atLeast}`,
    atMost === undefined ? "" : `at most ${atMost}`,
    below === undefined ? "" : `below ${below}`,
  ].filter((bound) => bound !== "");
  return words.length === 0 ? "" : `, ${words.join(" and ")}`;
}
