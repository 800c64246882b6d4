import { checkChoice, checkOptions, shownValue } from "@wordloom/arguments";
import type { NumberType } from "../tables/dense-chunks.js";
import { joined } from "../tables/joined.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import type { VectorsFormat } from "./format.js";
import { writers } from "./writers.js";

const NUMBERS = ["f32", "f16", "bf16", "int8"] as const satisfies readonly EncodeVectorsOptions["numbers"][];

/** Options of {@link encodeVectors} and {@link vectorChunks}. */
export interface EncodeVectorsOptions {
  /**
   * How `.npy` and safetensors hold a number. `"f16"` loses digits, and so do, in safetensors, `"bf16"` and `"int8"`,
   * which is a byte a number and a scale a row. Default `"f32"`.
   */
  readonly numbers?: NumberType | "int8";
  /** An `AbortSignal`. Once it is aborted, its reason is thrown instead of the next piece. */
  readonly signal?: { throwIfAborted(): void };
}

/**
 * Writes word vectors in a format, as bytes. `.npy` and the Embedding Projector's `tsv` hold no words: `encodeWordList`
 * and `encodeMetadata` write these.
 *
 * @throws RangeError if the format cannot hold a word or a number, or does not exist
 * @throws TypeError if `vectors` are something else, or an option does not exist
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
 * Writes word vectors in a format, in pieces of about 1 MiB, so that the file is never in memory as a whole.
 *
 * @throws RangeError if the format cannot hold a word or a number, or does not exist
 * @throws TypeError if `vectors` are something else, or an option does not exist
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
  if (typeof format !== "string" || !Object.hasOwn(writers, format)) {
    throw new RangeError(
      `encodeVectors: the format is ${shownValue(format)}; there are ${Object.keys(writers).join(", ")}`,
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
  checkChoice("encodeVectors", "numbers", numbers, NUMBERS);
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
