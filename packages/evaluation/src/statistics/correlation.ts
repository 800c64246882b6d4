import { isList, requireArgument } from "@wordloom/arguments";

/**
 * Computes Pearson's correlation of two lists of equal length, in `[-1, 1]`. It is null if there are fewer than two entries, or
 * a list whose entries are all equal.
 *
 * `r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)`
 *
 * @throws RangeError if the lengths differ
 * @throws TypeError if `x` or `y` is not a list
 *
 * @example
 * pearson([1, 2, 3], [1, 2, 4]) // 0.9819805060619657
 */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  requireNumbers("pearson", x, y);
  if (x.length !== y.length) throw new RangeError(`pearson: ${x.length} numbers and ${y.length}; they come in pairs`);
  // The squares of a constant need not add up to 0: its mean is rounded.
  if (isConstant(x) || isConstant(y)) return null;
  const meanX = mean(x);
  const meanY = mean(y);
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < x.length; i++) {
    both += (x[i] - meanX) * (y[i] - meanY);
    squaresX += (x[i] - meanX) ** 2;
    squaresY += (y[i] - meanY) ** 2;
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresX * squaresY)));
}

/**
 * Computes Spearman's rank correlation: Pearson's correlation of the ranks. Equal entries share the mean of their ranks.
 *
 * @throws RangeError if the lengths differ
 * @throws TypeError if `x` or `y` is not a list
 *
 * @example
 * spearman([1, 2, 3], [1, 2, 4]) // 1
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  requireNumbers("spearman", x, y);
  if (x.length !== y.length) throw new RangeError(`spearman: ${x.length} numbers and ${y.length}; they come in pairs`);
  return pearson(ranks(x), ranks(y));
}

function requireNumbers(caller: string, x: readonly number[], y: readonly number[]): void {
  requireArgument(caller, isList(x), "the first list is", x, "both are lists of numbers");
  requireArgument(caller, isList(y), "the second list is", y, "both are lists of numbers");
}

function isConstant(numbers: readonly number[]): boolean {
  return numbers.every((number) => number === numbers[0]);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function ranks(numbers: readonly number[]): number[] {
  const order = [...numbers.keys()].sort((i, j) => numbers[i] - numbers[j]);
  const out = new Array<number>(numbers.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && numbers[order[end]] === numbers[order[start]]) end++;
    for (const i of order.slice(start, end)) out[i] = (start + 1 + end) / 2;
    start = end;
  }
  return out;
}
