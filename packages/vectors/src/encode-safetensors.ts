import { LONGEST_HEADER } from "./decode-safetensors.js";
import { denseChunks, type NumberType } from "./dense-chunks.js";
import { bytesPerNumber } from "./dense-numbers.js";
import { toUtf8 } from "./text-coding.js";
import type { WordVectors } from "./word-vectors.js";

const names = { f16: "F16", bf16: "BF16", f32: "F32" } satisfies Record<NumberType, string>;

/**
 * Word vectors as a safetensors file, in pieces: a tensor `embeddings`, as Model2Vec calls it, and in the metadata
 * the words as a list in JSON, `words`, and the counts, where they are known. Any string is a word here.
 *
 * @throws RangeError for more words than fit into the 100 MB that the format allows a header
 */
export function* safetensorsChunks(vectors: WordVectors, type: NumberType): Generator<Uint8Array<ArrayBuffer>> {
  const { words, dimension: D, counts } = vectors;
  const metadata = {
    words: JSON.stringify(words),
    ...(counts === undefined ? {} : { counts: JSON.stringify(Array.from(counts)) }),
  };
  const size = words.length * D * bytesPerNumber[type];
  const embeddings = { dtype: names[type], shape: [words.length, D], data_offsets: [0, size] };
  const text = toUtf8(JSON.stringify({ __metadata__: metadata, embeddings }));
  // Spaces bring the numbers to a multiple of eight bytes, from where they can be mapped into memory.
  const header = new Uint8Array(8 + Math.ceil(text.length / 8) * 8).fill(0x20);
  if (header.length - 8 > LONGEST_HEADER) {
    throw new RangeError(
      `encodeVectors: ${words.length} words make a header of ${header.length - 8} bytes, ` +
        `and safetensors allows ${LONGEST_HEADER}; write .npy, whose words are in a file of their own`,
    );
  }
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - 8), true);
  header.set(text, 8);
  yield header;
  yield* denseChunks(vectors, type);
}
