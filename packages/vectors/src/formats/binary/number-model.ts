/** Numbers of a file to learn from, at least, and rows of them. */
const LEARNED_NUMBERS = 4096;
const LEAST_ROWS = 64;
const MOST_ROWS = 4096;

/** Rows of one file differ in size by no more than that many powers of two; numbers are compared with their own row's within that. */
const REACH = 12;
/** The exponent of word vectors' numbers, if nothing is known. */
const USUAL = 124;

/** Bits of a number that its exponent says nothing of: the sign and the mantissa. */
const OTHER_BITS = 24;
const EXPONENTS = 256;
/** An exponent less its row's, from −255 on; behind them all, zero. */
const DIFFERENCES = 511;
const ZERO = DIFFERENCES;
/** In the place of the exponent of a row that is zero. */
const NO_EXPONENT = EXPONENTS;

/** How the exponents of a file's numbers lie: those of rows, and of numbers beside their row's. */
export interface NumberModel {
  readonly rowCounts: Float64Array;
  readonly counts: Float64Array;
  /** It was learned from every `step`th row. */
  readonly step: number;
}

/** What is known of exponents without a file: numbers of a row are of about one size, and few larger than the others. */
const usualDifferences = normalised(DIFFERENCES + 1, (i) => {
  if (i === ZERO) return 0.1;
  const difference = i - 255;
  return difference > 0 ? 4 ** -difference : 0.6 ** -difference;
});
/** What is known of the exponents of rows without a file: they are about 2^-3, as those of word vectors. */
const usualExponents = normalised(EXPONENTS + 1, (i) => (i === NO_EXPONENT ? 0.3 : 0.75 ** Math.abs(i - USUAL)));

export function numberModel(data: Float32Array, rows: number, D: number): NumberModel {
  const wanted = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, Math.ceil(LEARNED_NUMBERS / D)));
  const step = Math.max(1, Math.ceil(rows / wanted));
  const model = { rowCounts: new Float64Array(EXPONENTS + 1), counts: new Float64Array(DIFFERENCES + 1), step };
  for (let row = 0; row < rows; row += step) learnRow(model, data.subarray(row * D, (row + 1) * D), 1);
  return model;
}

/** Learns a row, or, −1 times, takes back what was learned from it. What are hardly numbers teaches nothing. */
export function learnRow({ rowCounts, counts }: NumberModel, numbers: Float32Array, times: number): void {
  const exponents = exponentsOf(numbers);
  const middle = middleOf(exponents);
  if (!areLikeNumbers(exponents, middle)) return;
  rowCounts[middle] += times;
  for (const exponent of exponents) counts[differenceOf(exponent, middle)] += times;
}

/** Bits that it takes to write a row of numbers down: few for numbers that are like those of the file. */
export function numberBits({ rowCounts, counts }: NumberModel, numbers: Float32Array): number {
  const exponents = exponentsOf(numbers);
  const middle = middleOf(exponents);
  const bits = bitsOfEach(counts, usualDifferences, 1);
  const usual = medianOf(rowCounts);
  const near = Math.min(usual + REACH, Math.max(usual - REACH, middle));
  let sum = bitsOfEach(rowCounts, usualExponents, 4)[middle];
  for (const exponent of exponents) sum += bits[differenceOf(exponent, near)] + (exponent < 0 ? 0 : OTHER_BITS);
  return sum;
}

/** The exponent of the row in the middle of those that are not zero. */
function medianOf(rowCounts: Float64Array): number {
  const half = (rowCounts.reduce((sum, count) => sum + count, 0) - rowCounts[NO_EXPONENT]) / 2;
  let below = 0;
  for (let exponent = 0; exponent < EXPONENTS; exponent++) {
    below += rowCounts[exponent];
    if (half > 0 && below >= half) return exponent;
  }
  return USUAL;
}

/** By what was seen, what was seen within `reach` of it, what is usual, and, so that nothing is impossible, a little of all. */
function bitsOfEach(counts: Float64Array, usual: Float64Array, reach: number): Float64Array {
  const last = counts.length - 1;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((own, i) => {
    let near = own;
    if (i < last) {
      near = 0;
      for (let j = Math.max(0, i - reach); j <= Math.min(last - 1, i + reach); j++) {
        near += (counts[j] * (reach + 1 - Math.abs(i - j))) / (reach + 1) ** 2;
      }
    }
    const seen = all === 0 ? usual[i] : near / all;
    return -Math.log2(0.75 * seen + 0.2 * usual[i] + 0.05 / counts.length);
  });
}

/** Whether most of a row are of about one size, and that is not beyond anything, as where it was not cut at numbers. */
function areLikeNumbers(exponents: Int16Array, middle: number): boolean {
  if (middle === NO_EXPONENT) return true;
  const near = exponents.filter((exponent) => Math.abs(exponent - middle) <= REACH / 2).length;
  const zeros = exponents.filter((exponent) => exponent < 0).length;
  return 2 * near >= exponents.length - zeros && Math.abs(middle - USUAL) <= 100;
}

/** −1 for zero. */
function exponentsOf(numbers: Float32Array): Int16Array {
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  return Int16Array.from(bits, (bits) => (bits << 1 === 0 ? -1 : (bits >>> 23) & 0xff));
}

/** Half of the numbers that are not zero are as large, at least. */
function middleOf(exponents: Int16Array): number {
  const sorted = exponents.filter((exponent) => exponent >= 0).sort();
  return sorted.length === 0 ? NO_EXPONENT : sorted[sorted.length >> 1];
}

function differenceOf(exponent: number, middle: number): number {
  return exponent < 0 ? ZERO : exponent - middle + 255;
}

function normalised(length: number, weight: (i: number) => number): Float64Array {
  const weights = Float64Array.from({ length }, (_, i) => weight(i));
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / sum);
}
