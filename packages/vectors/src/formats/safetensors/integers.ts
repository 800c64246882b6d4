import { type ByteWindow, more, type Reading } from "../../reading/byte-window.js";

/** How whole numbers are written, by the names that safetensors has for it: their bytes, and whether they have a sign. */
export const integerTypes = {
  I8: { size: 1, isSigned: true },
  U8: { size: 1, isSigned: false },
  I16: { size: 2, isSigned: true },
  U16: { size: 2, isSigned: false },
  I32: { size: 4, isSigned: true },
  U32: { size: 4, isSigned: false },
  I64: { size: 8, isSigned: true },
  U64: { size: 8, isSigned: false },
};

export type IntegerType = keyof typeof integerTypes;

/** Little-endian whole numbers that follow each other; those of 64 bits as the nearest f64. */
export function* integers(
  window: ByteWindow,
  { type, count, error }: { readonly type: IntegerType; readonly count: number; error: (message: string) => Error },
): Reading<Float64Array> {
  const { size, isSigned } = integerTypes[type];
  const numbers: number[] = [];
  while (numbers.length < count) {
    if (window.end - window.at < size) {
      if (yield* more(window)) continue;
      throw error(`the file ends inside whole number ${numbers.length} of ${count}; was it cut off?`);
    }
    const view = new DataView(window.bytes.buffer, window.bytes.byteOffset, window.end);
    for (; numbers.length < count && window.end - window.at >= size; window.at += size) {
      numbers.push(integerAt(view, window.at, size, isSigned));
    }
  }
  return Float64Array.from(numbers);
}

function integerAt(view: DataView, at: number, size: number, isSigned: boolean): number {
  if (size === 1) return isSigned ? view.getInt8(at) : view.getUint8(at);
  if (size === 2) return isSigned ? view.getInt16(at, true) : view.getUint16(at, true);
  const low = at + (size === 8 ? 4 : 0);
  const high = isSigned ? view.getInt32(low, true) : view.getUint32(low, true);
  return size === 4 ? high : high * 2 ** 32 + view.getUint32(at, true);
}
