import { toInt8 } from "../../quantized/int8.js";
import { denseChunks, type NumberType } from "../../tables/dense-chunks.js";
import { bytesPerNumber } from "../../tables/dense-numbers.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { toUtf8 } from "../../words/text-coding.js";
import { LONGEST_HEADER } from "./decode-safetensors.js";

/** Bytes in a piece. */
const CHUNK = 1 << 20;
const names = { f16: "F16", bf16: "BF16", f32: "F32" } satisfies Record<NumberType, string>;

/**
 * Word vectors as a safetensors file, in pieces: a tensor `embeddings`, as Model2Vec calls it, and in the metadata
 * the words as a list in JSON, `words`, and the counts, where they are known. Any string is a word here. The scales of
 * int8 are the tensor `weights`, with which Model2Vec, too, multiplies the rows.
 *
 * @throws RangeError for more words than fit into the 100 MB that the format allows a header
 */
export function* safetensorsChunks(
  vectors: WordVectors,
  type: NumberType | "int8",
): Generator<Uint8Array<ArrayBuffer>> {
  const { words, dimension: D, data, counts } = vectors;
  const metadata = {
    words: JSON.stringify(words),
    ...(counts === undefined ? {} : { counts: JSON.stringify(Array.from(counts)) }),
  };
  const V = words.length;
  const isInt8 = type === "int8";
  // Tensors of longer numbers come first, as the format's own library has them, so that each is aligned.
  const start = isInt8 ? 4 * V : 0;
  const end = start + V * D * (isInt8 ? 1 : bytesPerNumber[type]);
  const weights = { dtype: "F32", shape: [V], data_offsets: [0, start] };
  const embeddings = { dtype: isInt8 ? "I8" : names[type], shape: [V, D], data_offsets: [start, end] };
  yield headerChunk({ __metadata__: metadata, ...(isInt8 && { weights }), embeddings }, V);
  if (!isInt8) return yield* denseChunks(vectors, type);
  const { codes, scales } = toInt8(data, D);
  const view = new DataView(new ArrayBuffer(4 * V));
  for (let row = 0; row < V; row++) view.setFloat32(4 * row, scales[row], true);
  yield new Uint8Array(view.buffer);
  for (let at = 0; at < codes.length; at += CHUNK) yield new Uint8Array(codes.subarray(at, at + CHUNK));
}

function headerChunk(contents: object, V: number): Uint8Array<ArrayBuffer> {
  const text = toUtf8(JSON.stringify(contents));
  // Spaces bring the numbers to a multiple of eight bytes, from where they can be mapped into memory.
  const header = new Uint8Array(8 + Math.ceil(text.length / 8) * 8).fill(0x20);
  if (header.length - 8 > LONGEST_HEADER) {
    throw new RangeError(
      `encodeVectors: ${V} words make a header of ${header.length - 8} bytes, ` +
        `and safetensors allows ${LONGEST_HEADER}; write .npy, whose words are in a file of their own`,
    );
  }
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - 8), true);
  header.set(text, 8);
  return header;
}
