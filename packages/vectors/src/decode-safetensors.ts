import { atLeast, type ByteWindow, more, position, type Reading } from "./byte-window.js";
import { type DecodeOptions, rowLimit } from "./decode-options.js";
import { bytesPerNumber, denseNumbers, type NumberForm } from "./dense-numbers.js";
import { fileError } from "./file-error.js";
import { isRecord, parsedJson } from "./json.js";
import { namedRows, neededWords } from "./named-rows.js";
import { quoted } from "./quoted.js";
import { type NormedRows, writeNorms } from "./row-norms.js";
import { wordOfBytes } from "./word-bytes.js";
import type { WordList } from "./word-list.js";
import type { WordVectors } from "./word-vectors.js";

/** The most that the library of the format accepts. */
export const LONGEST_HEADER = 100_000_000;
const types: Record<string, NumberForm["type"]> = {
  F16: "f16",
  BF16: "bf16",
  F32: "f32",
  F64: "f64",
  I8: "i8",
};
/** Those of Model2Vec, of sentence-transformers, and what others might be called. */
const usualNames = ["embeddings", "embedding.weight", "vectors", "weight"];

export interface SafetensorsOptions extends DecodeOptions {
  /** The name of the tensor, if the file has several tables; `"embeddings"`, `"embedding.weight"` and some more are known. */
  readonly tensor?: string;
}

/** One entry of the header: a table, and the bytes of it after the header. */
interface TensorEntry {
  readonly name: string;
  readonly type: NumberForm["type"];
  readonly V: number;
  readonly D: number;
  readonly start: number;
}

/**
 * A table in a safetensors file: the length of the header in eight bytes, the header in JSON, and numbers. Its words are
 * in the header's `__metadata__`, as a JSON list under `words`, or in another file. If beside `embeddings` there are
 * `weights`, one for each row, as in Model2Vec's files, rows are multiplied by them.
 *
 * @see https://github.com/huggingface/safetensors, "Format"
 */
export function* safetensorsReading(
  window: ByteWindow,
  { source, limit, duplicates = "refuse", onNote, tensor }: SafetensorsOptions,
): Reading<WordVectors> {
  const error = fileError("decodeVectors", source);
  const most = rowLimit("decodeVectors", limit);
  const header = yield* jsonHeader(window, error);
  const table = chosenTensor(header, tensor, error);
  const weights = rowWeights(header, table, error);
  const { V, D } = table;
  const wanted = Math.min(V, most);
  const first = position(window);
  const parts = [table, ...(weights === undefined ? [] : [weights])].sort((a, b) => a.start - b.start);
  for (const { type, D: numbers, start } of parts) {
    const end = first + start + wanted * numbers * bytesPerNumber[type];
    if (window.size !== undefined && window.size < end) {
      throw error(
        `the header promises ${V} × ${numbers} numbers in bytes ${first + start} to ${end}; ` +
          `the file has ${window.size}; was it cut off?`,
      );
    }
  }
  const list = metadataWords(header.get("__metadata__"), error) ?? neededWords(yield "words", error);
  const numbers = new Map<TensorEntry, NormedRows>();
  for (const part of parts) {
    yield* skipTo(window, first + part.start, error);
    const form = { type: part.type, isLittleEndian: true };
    numbers.set(part, yield* denseNumbers(window, { form, rows: wanted, D: part.D, error }));
  }
  const rows = numbers.get(table) ?? { D, data: new Float32Array(0), norms: new Float64Array(0) };
  const factors = weights && numbers.get(weights);
  if (factors !== undefined) multiplyRows(rows, factors.data, error);
  return namedRows(rows, list, { isAll: wanted === V, duplicates, onNote, error });
}

function* skipTo(window: ByteWindow, byte: number, error: (message: string) => Error): Reading<void> {
  if (position(window) > byte) throw error(`two of its tensors share byte ${byte}; is the file damaged?`);
  while (position(window) < byte) {
    window.at = Math.min(window.end, window.at + byte - position(window));
    if (position(window) < byte && !(yield* more(window))) throw error("the file ends before its numbers");
  }
}

function multiplyRows({ data, D, norms }: NormedRows, factors: Float32Array, error: (message: string) => Error): void {
  for (let i = 0; i < data.length; i++) {
    const row = Math.floor(i / D);
    data[i] *= factors[row];
    if (!Number.isFinite(data[i])) {
      throw error(`number ${i % D} of row ${row} times its weight, ${factors[row]}, is ${data[i]} as f32`);
    }
  }
  writeNorms({ D, data, norms }, 0, norms.length);
}

function* jsonHeader(window: ByteWindow, error: (message: string) => Error): Reading<Map<string, unknown>> {
  if (!(yield* atLeast(window, 8))) throw error("the file ends inside the length of its header; was it cut off?");
  const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + window.at, 8);
  const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  if (length > LONGEST_HEADER) throw error(`the header is to be ${length} bytes long, the most is ${LONGEST_HEADER}`);
  if (!(yield* atLeast(window, 8 + length))) {
    throw error(`the file ends inside its header of ${length} bytes; was it cut off?`);
  }
  const start = window.at + 8;
  window.at = start + length;
  const header = parsedJson(wordOfBytes(window.bytes.subarray(start, start + length)));
  if (!isRecord(header)) throw error("its header is not an object in JSON; is the file damaged?");
  return new Map(Object.entries(header));
}

function chosenTensor(
  header: ReadonlyMap<string, unknown>,
  wanted: string | undefined,
  error: (message: string) => Error,
): TensorEntry {
  const names = [...header.keys()].filter((name) => name !== "__metadata__");
  const tables = names.filter((name) => isTable(header.get(name)));
  const usual = usualNames.find((name) => tables.includes(name));
  const name = wanted ?? (tables.length === 1 ? tables[0] : usual);
  if (name === undefined || !names.includes(name)) {
    const list = names.slice(0, 10).map(quoted).join(", ");
    const looked = wanted === undefined ? "no one tensor that must be the table" : `no tensor ${quoted(wanted)}`;
    throw error(`it has ${looked}; it has ${list === "" ? "none at all" : list}; name one by { tensor: "NAME" }`);
  }
  return tensorEntry(name, header.get(name), error);
}

/** Model2Vec's factor for each row of its embeddings; of a quantised table, its scales. */
function rowWeights(
  header: ReadonlyMap<string, unknown>,
  { name, V }: TensorEntry,
  error: (message: string) => Error,
): TensorEntry | undefined {
  const entry = header.get("weights");
  if (name !== "embeddings" || !isRecord(entry)) return undefined;
  const shape = Array.isArray(entry.shape) && entry.shape.length === 1 ? [...entry.shape, 1] : entry.shape;
  const weights = tensorEntry("weights", { ...entry, shape }, error);
  if (weights.V === V && weights.D === 1) return weights;
  throw error(`its weights are ${weights.V} × ${weights.D} numbers; a table of ${V} rows has one for each`);
}

function tensorEntry(name: string, entry: unknown, error: (message: string) => Error): TensorEntry {
  if (!isTable(entry)) throw error(`tensor ${quoted(name)} is no table of F16, BF16, F32, F64 or I8 numbers`);
  const [V, D] = entry.shape;
  const [start, end] = entry.data_offsets;
  const size = V * D * bytesPerNumber[types[entry.dtype]];
  if (V === 0 || D === 0) throw error(`tensor ${quoted(name)} is ${V} × ${D} numbers; there is nothing to read`);
  if (end - start !== size) {
    throw error(
      `tensor ${quoted(name)} is ${V} × ${D} numbers, ${size} bytes; its offsets ${start} and ${end} say else`,
    );
  }
  return { name, type: types[entry.dtype], V, D, start };
}

function metadataWords(metadata: unknown, error: (message: string) => Error): WordList | undefined {
  if (!isRecord(metadata) || typeof metadata.words !== "string") return undefined;
  const words = parsedList(metadata.words);
  if (words === undefined || !words.every((word) => typeof word === "string")) {
    throw error("the words in its metadata are not a JSON list of strings; is the file damaged?");
  }
  if (typeof metadata.counts !== "string") return { words };
  const counts = parsedList(metadata.counts);
  if (counts?.length !== words.length || !counts.every((count) => typeof count === "number")) {
    throw error(`the counts in its metadata are not a JSON list of ${words.length} numbers; is the file damaged?`);
  }
  return { words, counts };
}

function parsedList(text: string): unknown[] | undefined {
  const list = parsedJson(text);
  return Array.isArray(list) ? list : undefined;
}

/** What a header must say of a tensor that could be read. */
interface Table {
  readonly dtype: string;
  readonly shape: readonly [number, number];
  readonly data_offsets: readonly [number, number];
}

function isTable(entry: unknown): entry is Table {
  if (!isRecord(entry) || typeof entry.dtype !== "string" || !Object.hasOwn(types, entry.dtype)) return false;
  return isPair(entry.shape) && isPair(entry.data_offsets);
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isSafeInteger(part) && part >= 0);
}
