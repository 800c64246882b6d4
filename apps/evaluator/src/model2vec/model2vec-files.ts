import { rowOf, vectorChunks, type WordVectors, wordVectors } from "@wordloom/vectors";
import { onnxModel } from "./onnx-model.js";
import type { Bytes } from "./protobuf.js";
import { wordTokenizer } from "./tokenizer-json.js";

/** The types of numbers that the layout can hold. */
export type Model2VecNumbers = "f16" | "f32" | "int8";

/** A folder in Model2Vec's layout. */
export interface Model2Vec {
  /** The contents of the files, by their paths in the folder. */
  readonly files: ReadonlyMap<string, Iterable<Uint8Array>>;
  /** What a user should know, in sentences. */
  readonly notes: readonly string[];
}

/** The words by which vocabularies usually mean an unknown word. */
const UNKNOWN = ["[UNK]", "<unk>", "UNK", "<UNK>", "unk"];
/** The name of the ONNX file, and transformers.js' name of its type. */
const ONNX = {
  f32: { file: "onnx/model.onnx", dtype: "fp32" },
  f16: { file: "onnx/model_fp16.onnx", dtype: "fp16" },
  int8: { file: "onnx/model_quantized.onnx", dtype: "q8" },
};

/** All names that files of a folder can have. A conversion writes some of them. */
export const model2VecNames: readonly string[] = [
  ...["config.json", "model.safetensors", "modules.json", "tokenizer.json", "tokenizer_config.json"],
  ...Object.values(ONNX).map(({ file }) => file),
];

/**
 * Makes a model for texts of word vectors: the vector of a text is the mean of its words. Model2Vec and sentence-transformers
 * read `model.safetensors` and `tokenizer.json`; transformers.js reads the ONNX file.
 *
 * The layout needs a row for unknown words. If the vocabulary has no word for them, a row of zeros is added.
 *
 * @throws RangeError if a word is not UTF-8, or if the table is larger than ONNX allows
 * @see https://github.com/MinishLab/model2vec
 */
export function model2Vec(vectors: WordVectors, numbers: Model2VecNumbers): Model2Vec {
  const known = UNKNOWN.find((word) => rowOf(vectors, word) !== undefined);
  const complete = known === undefined ? withRow(vectors, UNKNOWN[0]) : vectors;
  const unknown = known ?? UNKNOWN[0];
  const { words, dimension: D } = complete;
  const unknownRow = rowOf(complete, unknown) ?? 0;
  const { json, rule, unreachable } = wordTokenizer(words, unknown);
  const { file, dtype } = ONNX[numbers];
  const onnx = onnxModel({ V: words.length, D, type: numbers, unknown: unknownRow, ...tableBytes(complete, numbers) });
  const config = {
    model_type: "model2vec",
    architectures: ["StaticModel"],
    hidden_dim: D,
    seq_length: 1_000_000,
    normalize: false,
    embedding_dtype: { f32: "float32", f16: "float16", int8: "int8" }[numbers],
    pad_token_id: unknownRow,
    "transformers.js_config": { dtype },
  };
  const tokenizerConfig = {
    tokenizer_class: "PreTrainedTokenizerFast",
    unk_token: unknown,
    pad_token: unknown,
    clean_up_tokenization_spaces: false,
  };
  const modules = [{ idx: 0, name: "0", path: ".", type: "sentence_transformers.models.StaticEmbedding" }];
  return {
    files: new Map<string, Iterable<Uint8Array>>([
      ["model.safetensors", vectorChunks(complete, "safetensors", { numbers })],
      ["tokenizer.json", text(json)],
      ["tokenizer_config.json", jsonText(tokenizerConfig)],
      ["config.json", jsonText(config)],
      // sentence-transformers does not know the scales of int8, and would take the codes for the vectors.
      ...(numbers === "int8" ? [] : [["modules.json", jsonText(modules)] as const]),
      [file, onnx.chunks()],
    ]),
    notes: [
      `Texts are ${rule}${unreachable === 0 ? "" : `; ${unreachable === 1 ? "1 word" : `${unreachable} words`} cannot come from any text`}.`,
      known === undefined
        ? `Unknown words get a row of zeros, ${unknown}, added at the end.`
        : `Unknown words are ${unknown}; they are left out of the mean of a text.`,
    ],
  };
}

function withRow({ words, dimension, data, counts }: WordVectors, word: string): WordVectors {
  const numbers = new Float32Array(data.length + dimension);
  numbers.set(data);
  const all = [...words, word];
  return wordVectors(all, numbers, counts === undefined ? {} : { counts: [...Array.from(counts), 0] });
}

/** The bytes of safetensors after its header: the scales of int8, then the rows. */
function tableBytes(vectors: WordVectors, numbers: Model2VecNumbers): { rows: Bytes; scales?: Bytes } {
  const V = vectors.words.length;
  const size = V * vectors.dimension * { f32: 4, f16: 2, int8: 1 }[numbers];
  const scales = numbers === "int8" ? 4 * V : 0;
  const part = (from: number, length: number): Bytes => ({
    length,
    chunks: () => slice(vectorChunks(vectors, "safetensors", { numbers }), from, length),
  });
  return { rows: part(scales, size), ...(scales > 0 && { scales: part(0, scales) }) };
}

/** Takes some bytes after the header; the header is the first chunk. */
function* slice(chunks: Iterable<Uint8Array>, from: number, length: number): Generator<Uint8Array> {
  let at = -1;
  for (const chunk of chunks) {
    if (at >= 0) {
      const piece = chunk.subarray(Math.max(0, from - at), Math.max(0, from + length - at));
      if (piece.length > 0) yield piece;
      at += chunk.length;
    } else at = 0;
    if (at >= from + length) return;
  }
}

function text(content: string): Uint8Array[] {
  return [new TextEncoder().encode(content)];
}

function jsonText(content: object): Uint8Array[] {
  return text(`${JSON.stringify(content, null, 2)}\n`);
}
