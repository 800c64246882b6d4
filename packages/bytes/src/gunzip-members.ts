import { crc32 } from "./crc32.js";
import { giveBack, type Inflation, inflate, inflation, SLACK, slide } from "./inflate.js";
import { trailingDataError } from "./packing-fault.js";

const TRAILER = 8;
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const UNKNOWN = 0xe0;

/** Where the packed bytes come from, and how many came. */
interface Packed {
  readonly chunks: AsyncIterator<Uint8Array>;
  readonly state: Inflation;
  /** Where in the file the first byte of `state.input` is. */
  offset: number;
}

/** Finds out whether the first bytes of a file are those of gzip. */
export function beginsAsGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip, of one member or several, such as `cat a.gz b.gz` and bgzip write, with or without zeros behind them. (What
 * browsers have refuses a second member, or skips it, and does not tell where the first ends.) A chunk may be used until the
 * next is asked for.
 *
 * @throws Error if the bytes are damaged, cut off or not gzip, with the place in the file; what the source throws
 * @see RFC 1952
 */
export async function* gunzipMembers(chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const packed: Packed = { chunks, state: inflation(), offset: 0 };
  const { state } = packed;
  try {
    for (let member = 0; await hasMember(packed, member); member++) {
      const start = position(packed);
      await readHeader(packed, start);
      let crc = 0;
      let size = 0;
      state.from = 0;
      state.to = 0;
      for (const wanted of inflate(state)) {
        if (wanted === "input") {
          await fill(packed, SLACK);
          if (state.isLast && state.at >= state.end) throw cutOff(packed);
          continue;
        }
        const unpacked = state.output.subarray(state.from, state.to);
        crc = crc32(crc, unpacked);
        size += unpacked.length;
        if (unpacked.length > 0) yield unpacked;
        slide(state);
      }
      await readTrailer(packed, crc, size, start);
    }
  } finally {
    await chunks.return?.();
  }
}

/** Whether there is another member. At the end there may be zeros, as those that fill a tape. */
async function hasMember(packed: Packed, member: number): Promise<boolean> {
  const { state } = packed;
  if (member === 0) return true;
  await fill(packed, 2);
  if (beginsAsGzip(state.input.subarray(state.at))) return true;
  const end = position(packed);
  for (;;) {
    while (state.at < state.end && state.input[state.at] === 0) state.at++;
    if (state.at < state.end) throw trailingDataError(end);
    if (state.isLast) return false;
    await fill(packed, 1);
  }
}

async function readHeader(packed: Packed, start: number): Promise<void> {
  const { state } = packed;
  await need(packed, 10);
  const [, , method, flags] = state.input.subarray(state.at, state.at + 4);
  if (method !== 8 || (flags & UNKNOWN) !== 0)
    throw new Error(`what starts at byte ${start} is packed in an unknown way`);
  state.at += 10;
  if (flags & HAS_EXTRA) {
    await need(packed, 2);
    const length = state.input[state.at] | (state.input[state.at + 1] << 8);
    await need(packed, 2 + length);
    state.at += 2 + length;
  }
  if (flags & HAS_NAME) await skipText(packed);
  if (flags & HAS_COMMENT) await skipText(packed);
  if (flags & HAS_CHECKSUM) {
    await need(packed, 2);
    state.at += 2;
  }
}

/** Skips a text that ends in a zero. */
async function skipText(packed: Packed): Promise<void> {
  const { state } = packed;
  for (;;) {
    await need(packed, 1);
    if (state.input[state.at++] === 0) return;
  }
}

async function readTrailer(packed: Packed, crc: number, size: number, start: number): Promise<void> {
  const { state } = packed;
  await need(packed, TRAILER);
  const view = new DataView(state.input.buffer, state.input.byteOffset + state.at, TRAILER);
  if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== size % 2 ** 32) {
    throw new Error(`the checksum of what starts at byte ${start} is wrong`);
  }
  state.at += TRAILER;
}

function position({ state, offset }: Packed): number {
  return offset + state.at;
}

async function need(packed: Packed, count: number): Promise<void> {
  await fill(packed, count);
  if (packed.state.end - packed.state.at < count) throw cutOff(packed);
}

function cutOff({ state, offset }: Packed): Error {
  return new Error(`the packed data ends early, at byte ${offset + state.end}`);
}

/** Reads until `count` bytes are there, or the file ends. Behind its end are zeros. */
async function fill(packed: Packed, count: number): Promise<void> {
  const { state, chunks } = packed;
  giveBack(state);
  if (state.at > state.end) throw cutOff(packed);
  if (state.isLast || state.end - state.at >= count) return;
  state.input.copyWithin(0, state.at, state.end);
  packed.offset += state.at;
  state.end -= state.at;
  state.at = 0;
  while (state.end < count) {
    const { done, value } = await chunks.next();
    if (done === true) {
      state.isLast = true;
      break;
    }
    if (state.input.length < state.end + value.length + SLACK) {
      const larger = new Uint8Array(2 * state.end + value.length + SLACK);
      larger.set(state.input.subarray(0, state.end));
      state.input = larger;
    }
    state.input.set(value, state.end);
    state.end += value.length;
  }
  state.input.fill(0, state.end, state.end + SLACK);
}
