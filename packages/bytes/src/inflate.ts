import { type HuffmanCode, huffmanCode, longSymbol } from "./huffman-code.js";

/** Packed bytes on their way through, and what came of them last: a match may copy from up to 32 KiB back. */
export interface Inflation {
  /** Those not read yet are from `at` to `end`; behind `end` are {@link SLACK} bytes more, so that reading needs no look. */
  input: Uint8Array;
  at: number;
  end: number;
  /** Whether there is no more than that. */
  isLast: boolean;
  /** Bits that were taken from the input and not used yet, the next of them lowest. */
  hold: number;
  bits: number;
  readonly output: Uint8Array;
  /** Bytes of the output that were handed on, and that there are. */
  from: number;
  to: number;
}

/** More than the lengths of all codes of a block take. */
export const SLACK: number = 1 << 10;
/** How far back a match may be. */
const WINDOW = 1 << 15;
const OUTPUT = 1 << 16;
const LONGEST_MATCH = 258;
const END_OF_BLOCK = 256;
/** The order in which the lengths of the code for code lengths are written; RFC 1951, section 3.2.7. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Of symbols from 257, and of distances: the least that each stands for, and the bits that say how much more. */
const LENGTH_BITS = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
);
const LENGTHS = leastOf(LENGTH_BITS, 3).with(28, LONGEST_MATCH);
const DISTANCE_BITS = Uint8Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const DISTANCES = leastOf(DISTANCE_BITS, 1);

const fixedCodes = {
  literals: huffmanCode(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: huffmanCode(new Uint8Array(30).fill(5)),
};

export function inflation(): Inflation {
  return {
    input: new Uint8Array(SLACK),
    at: 0,
    end: 0,
    isLast: false,
    hold: 0,
    bits: 0,
    output: new Uint8Array(WINDOW + OUTPUT),
    from: 0,
    to: 0,
  };
}

/**
 * Unpacks deflate, as far as the input goes; RFC 1951. It stops to have the output taken, and to be given more input, and
 * returns behind the last byte of the packed data – which is what nothing in a browser tells.
 *
 * @throws Error for bytes that no packer writes
 */
export function* inflate(state: Inflation): Generator<"input" | "output", void> {
  for (let isFinal = false; !isFinal; ) {
    yield "input";
    isFinal = takeBits(state, 1) === 1;
    const type = takeBits(state, 2);
    if (type === 3) throw new Error("there is a block of no known kind");
    if (type === 0) {
      yield* stored(state);
      continue;
    }
    const { literals, distances } = type === 1 ? fixedCodes : dynamicCodes(state);
    while (!inflateSome(state, literals, distances)) {
      if (state.to > state.output.length - LONGEST_MATCH) yield "output";
      else yield "input";
    }
  }
  giveBack(state);
  state.hold = 0;
  state.bits = 0;
  yield "output";
}

/** Makes room for more output, once all of it was taken: what a match may copy stays. */
export function slide(state: Inflation): void {
  const kept = Math.min(WINDOW, state.to);
  state.output.copyWithin(0, state.to - kept, state.to);
  state.from = kept;
  state.to = kept;
}

/** Puts whole bytes that were taken too many back to the input. */
export function giveBack(state: Inflation): void {
  state.at -= state.bits >> 3;
  state.bits &= 7;
  state.hold &= (1 << state.bits) - 1;
}

function takeBits(state: Inflation, count: number): number {
  while (state.bits < count) {
    state.hold |= state.input[state.at++] << state.bits;
    state.bits += 8;
  }
  const value = state.hold & ((1 << count) - 1);
  state.hold >>>= count;
  state.bits -= count;
  return value;
}

/** A block of bytes as they are. */
function* stored(state: Inflation): Generator<"input" | "output", void> {
  giveBack(state);
  state.hold = 0;
  state.bits = 0;
  const { input, at } = state;
  let left = input[at] | (input[at + 1] << 8);
  if ((left ^ (input[at + 2] | (input[at + 3] << 8))) !== 0xffff) throw new Error("the length of a block is damaged");
  state.at += 4;
  while (left > 0) {
    const count = Math.min(left, state.end - state.at, state.output.length - state.to);
    if (count <= 0) {
      yield state.to === state.output.length ? "output" : "input";
      continue;
    }
    state.output.set(state.input.subarray(state.at, state.at + count), state.to);
    state.at += count;
    state.to += count;
    left -= count;
  }
}

/** The codes that a block brings with it, written in a code of their own; RFC 1951, section 3.2.7. */
function dynamicCodes(state: Inflation): { literals: HuffmanCode; distances: HuffmanCode } {
  const literalCount = takeBits(state, 5) + 257;
  const distanceCount = takeBits(state, 5) + 1;
  const orderCount = takeBits(state, 4) + 4;
  const ofLengths = new Uint8Array(19);
  for (let i = 0; i < orderCount; i++) ofLengths[ORDER[i]] = takeBits(state, 3);
  const code = huffmanCode(ofLengths);
  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let i = 0; i < lengths.length; ) {
    const symbol = takeSymbol(state, code);
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }
    if (symbol === 16 && i === 0) throw new Error("a code repeats a length before there is one");
    const length = symbol === 16 ? lengths[i - 1] : 0;
    const count = symbol === 18 ? 11 + takeBits(state, 7) : 3 + takeBits(state, symbol === 16 ? 2 : 3);
    if (i + count > lengths.length) throw new Error("a code has more lengths than it said");
    lengths.fill(length, i, i + count);
    i += count;
  }
  return {
    literals: huffmanCode(lengths.subarray(0, literalCount)),
    distances: huffmanCode(lengths.subarray(literalCount)),
  };
}

function takeSymbol(state: Inflation, { lookup, mask, codes }: HuffmanCode): number {
  while (state.bits < 15) {
    state.hold |= state.input[state.at++] << state.bits;
    state.bits += 8;
  }
  let entry = lookup[state.hold & mask];
  if (entry === 0) entry = longSymbol(codes, state.hold);
  state.hold >>>= entry & 15;
  state.bits -= entry & 15;
  return entry >> 4;
}

/** Goes on in a block; true at its end, false where there may be too little input, or room, for another match. */
function inflateSome(state: Inflation, literals: HuffmanCode, distances: HuffmanCode): boolean {
  const { input, output } = state;
  const { lookup, mask } = literals;
  const lastAt = state.isLast ? state.end + 8 : state.end - 8;
  const lastTo = output.length - LONGEST_MATCH;
  let { at, to, hold, bits } = state;
  let isEnd = false;
  // No more than 25 bits are there for sure: enough for a symbol and its extra bits, one after the other.
  while (at <= lastAt && to <= lastTo) {
    while (bits < 25) {
      hold |= input[at++] << bits;
      bits += 8;
    }
    let entry = lookup[hold & mask];
    if (entry === 0) entry = longSymbol(literals.codes, hold);
    hold >>>= entry & 15;
    bits -= entry & 15;
    const symbol = entry >> 4;
    if (symbol < END_OF_BLOCK) {
      output[to++] = symbol;
      continue;
    }
    if (symbol === END_OF_BLOCK) {
      isEnd = true;
      break;
    }
    const lengthBits = LENGTH_BITS[symbol - 257];
    const length = LENGTHS[symbol - 257] + (hold & ((1 << lengthBits) - 1));
    hold >>>= lengthBits;
    bits -= lengthBits;
    while (bits < 25) {
      hold |= input[at++] << bits;
      bits += 8;
    }
    let other = distances.lookup[hold & distances.mask];
    if (other === 0) other = longSymbol(distances.codes, hold);
    hold >>>= other & 15;
    bits -= other & 15;
    while (bits < 16) {
      hold |= input[at++] << bits;
      bits += 8;
    }
    const distanceBits = DISTANCE_BITS[other >> 4];
    const distance = DISTANCES[other >> 4] + (hold & ((1 << distanceBits) - 1));
    hold >>>= distanceBits;
    bits -= distanceBits;
    if (!(distance <= to && length > 0)) throw new Error("it copies from before its beginning");
    for (const stop = to + length; to < stop; to++) output[to] = output[to - distance];
  }
  state.at = at;
  state.to = to;
  state.hold = hold;
  state.bits = bits;
  return isEnd;
}

/** Where each of several ranges begins, one behind the other. */
function leastOf(bits: Uint8Array, first: number): Uint16Array {
  const least = new Uint16Array(bits.length);
  let next = first;
  for (let i = 0; i < bits.length; i++) {
    least[i] = next;
    next += 1 << bits[i];
  }
  return least;
}
