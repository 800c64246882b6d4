import { denseChunks, type NumberType } from "../../tables/dense-chunks.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { toUtf8 } from "../../words/text-coding.js";
import { NPY_MAGIC } from "./npy-magic.js";

/** NumPy aligns the numbers to this. */
const ALIGNMENT = 64;

/** The numbers of word vectors as NumPy saves an array, in pieces; the words are not in it. */
export function* npyChunks(vectors: WordVectors, type: NumberType | "int8"): Generator<Uint8Array<ArrayBuffer>> {
  if (type === "bf16") throw new RangeError("encodeVectors: NumPy has no bf16; f16 or f32 would be right");
  if (type === "int8") {
    throw new RangeError(
      "encodeVectors: .npy has no place for the scales of int8; safetensors has, or f16 would be right",
    );
  }
  const { words, dimension: D } = vectors;
  const descr = type === "f16" ? "<f2" : "<f4";
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${words.length}, ${D}), }`;
  const start = NPY_MAGIC.length + 4;
  const length = Math.ceil((start + header.length + 1) / ALIGNMENT) * ALIGNMENT - start;
  yield Uint8Array.of(...[...NPY_MAGIC, 1, 0, length & 0xff, length >> 8], ...toUtf8(`${header.padEnd(length - 1)}\n`));
  yield* denseChunks(vectors, type);
}
