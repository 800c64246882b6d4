import { type TableAgreement, tableAgreement, type WordVectors } from "@wordloom/vectors";

/** What vectors have lost on the way into a file and back. */
export interface ConversionLoss {
  /** Whether every word, number and count came back, bit for bit. */
  readonly isExact: boolean;
  /** How far rows have moved, as a share of their length: the mean, and the most. */
  readonly move: { readonly mean: number; readonly most: number };
  readonly agreement: TableAgreement;
}

/**
 * Compares vectors with those that were read back.
 *
 * @throws RangeError if the words or the dimension differ
 */
export function conversionLoss(before: WordVectors, after: WordVectors): ConversionLoss {
  const agreement = tableAgreement(before, after);
  const moves = before.words.map((_, row) => rowMove(before, after, row));
  return {
    isExact: isExact(before, after),
    move: {
      mean: moves.reduce((sum, move) => sum + move, 0) / moves.length,
      most: moves.reduce((most, move) => Math.max(most, move), 0),
    },
    agreement,
  };
}

/** Computes `‖x − y‖ / ‖x‖`; infinity if a zero vector has become another vector. */
function rowMove({ data: x, norms, dimension: D }: WordVectors, { data: y }: WordVectors, row: number): number {
  let squares = 0;
  for (let i = row * D; i < (row + 1) * D; i++) squares += (x[i] - y[i]) ** 2;
  return squares === 0 ? 0 : Math.sqrt(squares) / norms[row];
}

function isExact(before: WordVectors, after: WordVectors): boolean {
  const bits = ({ data }: WordVectors) => new Int32Array(data.buffer, data.byteOffset, data.length);
  const [a, b] = [bits(before), bits(after)];
  if (!a.every((number, i) => number === b[i])) return false;
  const { counts } = after;
  // Most formats have no place for counts. That is not a loss of the vectors.
  if (before.counts === undefined || counts === undefined) return true;
  return Array.from(before.counts).every((count, row) => count === counts[row]);
}
