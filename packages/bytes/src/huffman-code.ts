/** A code of deflate: from the bits that come next to a symbol and its length. */
export interface HuffmanCode {
  /** For the next bits, `symbol << 4 | length`, or 0 where the code is longer, or there is none. */
  readonly lookup: Uint16Array;
  readonly mask: number;
  readonly codes: SortedCodes;
}

/** The codes by their length, and by symbol among those of one length. */
interface SortedCodes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const LONGEST = 15;
/** Bits that are looked up at once. Longer codes are rare by their nature. */
const LOOKUP = 10;

/**
 * The code that lengths stand for: of two codes the shorter is the smaller number, and of two that are as long that of the
 * smaller symbol; RFC 1951, section 3.2.2.
 *
 * @throws Error if there are more codes than can be told apart
 */
export function huffmanCode(lengths: Uint8Array): HuffmanCode {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const firstIndex = new Uint16Array(LONGEST + 2);
  const nextCode = new Uint16Array(LONGEST + 1);
  let left = 1;
  for (let length = 1; length <= LONGEST; length++) {
    left = 2 * left - counts[length];
    if (left < 0) throw new Error("a code has more words than can be told apart");
    firstIndex[length + 1] = firstIndex[length] + counts[length];
    nextCode[length] = (nextCode[length - 1] + counts[length - 1]) << 1;
  }
  const symbols = new Uint16Array(lengths.length);
  const lookup = new Uint16Array(1 << LOOKUP);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    symbols[firstIndex[length]++] = symbol;
    if (length > LOOKUP) continue;
    const step = 1 << length;
    for (let bits = reversed(nextCode[length]++, length); bits < lookup.length; bits += step) {
      lookup[bits] = (symbol << 4) | length;
    }
  }
  return { lookup, mask: (1 << LOOKUP) - 1, codes: { counts, symbols } };
}

/**
 * The symbol of a code of any length, and its length, as in {@link HuffmanCode}.
 *
 * @param bits - at least 15, the next of them lowest
 * @throws Error if no code is so
 */
export function longSymbol({ counts, symbols }: SortedCodes, bits: number): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length++) {
    code |= (bits >> (length - 1)) & 1;
    const count = counts[length];
    if (code - first < count) return (symbols[index + code - first] << 4) | length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Error("there are bits that no symbol has");
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}
