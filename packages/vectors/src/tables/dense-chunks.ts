import { quoted } from "../messages/quoted.js";
import { bfloatOfFloat, floatOfBfloat, floatOfHalf, halfOfFloat } from "../quantized/half-float.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { bytesPerNumber, type NumberForm } from "./dense-numbers.js";

/** A type in which numbers can be written. `"f16"` and `"bf16"` round to the nearest. */
export type NumberType = Exclude<NumberForm["type"], "f64" | "i8">;

/** Numbers in a piece of at most 1 MiB. */
const CHUNK = 1 << 18;

/**
 * The numbers of a table, row by row and little-endian, in pieces.
 *
 * @throws RangeError for a number that is too large for its type
 */
export function* denseChunks(
  { words, dimension: D, data }: WordVectors,
  type: NumberType,
): Generator<Uint8Array<ArrayBuffer>> {
  const size = bytesPerNumber[type];
  for (let start = 0; start < data.length; start += CHUNK) {
    const end = Math.min(data.length, start + CHUNK);
    const view = new DataView(new ArrayBuffer((end - start) * size));
    if (type === "f32") {
      for (let i = start; i < end; i++) view.setFloat32(4 * (i - start), data[i], true);
    } else {
      const [bitsOf, floatOf] = type === "f16" ? [halfOfFloat, floatOfHalf] : [bfloatOfFloat, floatOfBfloat];
      for (let i = start; i < end; i++) {
        const bits = bitsOf(data[i]);
        if (!Number.isFinite(floatOf(bits))) {
          const row = Math.floor(i / D);
          throw new RangeError(
            `encodeVectors: number ${i % D} of row ${row}, ${quoted(words[row])}, is ${data[i]}; too large for ${type}`,
          );
        }
        view.setUint16(2 * (i - start), bits, true);
      }
    }
    yield new Uint8Array(view.buffer);
  }
}
