import { checkOptions } from "../arguments/check-options.js";
import type { NumberType } from "../tables/dense-chunks.js";
import { joined } from "../tables/joined.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import type { VectorsFormat } from "./format.js";
import { writers } from "./writers.js";

export interface EncodeVectorsOptions {
  /**
   * How `.npy` and safetensors hold a number, `"f32"` unless told. `"f16"` loses digits, and so do, in safetensors,
   * `"bf16"` and `"int8"`, which is a byte a number and a scale a row.
   */
  readonly numbers?: NumberType | "int8";
  /** An `AbortSignal`: once it is aborted, no piece follows, but its reason is thrown. */
  readonly signal?: { throwIfAborted(): void };
}

/**
 * The bytes of word vectors in a format. `.npy` and the projector's hold no words: these are for `encodeWordList` and
 * `encodeMetadata`.
 *
 * @throws RangeError for a word or a number that the format cannot hold
 *
 * @example
 * const file = encodeVectors(vectors, "safetensors", { numbers: "f16" });
 */
export function encodeVectors(
  vectors: WordVectors,
  format: VectorsFormat,
  options: EncodeVectorsOptions = {},
): Uint8Array<ArrayBuffer> {
  return joined(vectorChunks(vectors, format, options));
}

/**
 * The same in pieces of about 1 MiB, so that no file is ever in memory as a whole.
 *
 * @example
 * const blob = new Blob([...vectorChunks(vectors, "binary")]);
 */
export function vectorChunks(
  vectors: WordVectors,
  format: VectorsFormat,
  options: EncodeVectorsOptions = {},
): Generator<Uint8Array<ArrayBuffer>> {
  requireVectors("encodeVectors", vectors);
  if (!Object.hasOwn(writers, format)) {
    throw new RangeError(
      `encodeVectors: the format is ${JSON.stringify(format) ?? format}; there are ${Object.keys(writers).join(", ")}`,
    );
  }
  checkOptions(
    "encodeVectors",
    options,
    { numbers: true, signal: true },
    {
      binary: 'the format comes before the options: encodeVectors(vectors, "binary")',
      format: "it comes before the options: encodeVectors(vectors, format)",
    },
  );
  const { numbers = "f32", signal } = options;
  const { hasNumberTypes, chunks: chunksOf } = writers[format];
  if (numbers !== "f32" && !hasNumberTypes) {
    const others = Object.entries(writers).filter(([, writer]) => writer.hasNumberTypes);
    throw new RangeError(
      `encodeVectors: ${format} has no ${numbers}; ${others.map(([name]) => name).join(" and ")} have`,
    );
  }
  const chunks = chunksOf(vectors, numbers);
  return signal === undefined ? chunks : untilAborted(signal, chunks);
}

function* untilAborted<Chunk>(signal: { throwIfAborted(): void }, chunks: Generator<Chunk>): Generator<Chunk> {
  for (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
  signal.throwIfAborted();
}
