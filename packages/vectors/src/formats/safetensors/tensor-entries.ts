import { quoted } from "../../messages/quoted.js";
import { bytesPerNumber, type NumberForm } from "../../tables/dense-numbers.js";
import { isRecord } from "../../word-lists/json.js";
import { type IntegerType, integerTypes } from "./integers.js";

const types: Record<string, NumberForm["type"]> = {
  F16: "f16",
  BF16: "bf16",
  F32: "f32",
  F64: "f64",
  I8: "i8",
};
/** Those of Model2Vec, of sentence-transformers, and what others might be called. */
const usualNames = ["embeddings", "embedding.weight", "vectors", "weight"];

/** One entry of the header: a table, how many bytes each number has, and the bytes of it after the header. */
interface Entry {
  readonly name: string;
  readonly V: number;
  readonly D: number;
  readonly size: number;
  readonly start: number;
}

export interface TensorEntry extends Entry {
  readonly kind: "floats";
  readonly type: NumberForm["type"];
}

export interface MappingEntry extends Entry {
  readonly kind: "integers";
  readonly type: IntegerType;
}

/**
 * The tensor that is named, or the only table, or the one with a usual name.
 *
 * @throws Error if there is none, or it can't be read
 */
export function chosenTensor(
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

/** Model2Vec's factor for each word of its embeddings; of a quantised table, its scales. */
export function rowWeights(
  header: ReadonlyMap<string, unknown>,
  { name }: TensorEntry,
  V: number,
  error: (message: string) => Error,
): TensorEntry | undefined {
  const entry = header.get("weights");
  if (name !== "embeddings" || !isRecord(entry)) return undefined;
  const weights = tensorEntry("weights", { ...entry, shape: asColumn(entry.shape) }, error);
  if (weights.V === V && weights.D === 1) return weights;
  throw error(`its weights are ${weights.V} × ${weights.D} numbers; a table of ${V} rows has one for each`);
}

/** Model2Vec's row for each word, where words share rows. */
export function rowMapping(
  header: ReadonlyMap<string, unknown>,
  { name }: TensorEntry,
  error: (message: string) => Error,
): MappingEntry | undefined {
  const entry = header.get("mapping");
  if (name !== "embeddings" || entry === undefined) return undefined;
  const { dtype, shape, data_offsets } = isRecord(entry) ? entry : {};
  const column = asColumn(shape);
  const isKnown = typeof dtype === "string" && Object.hasOwn(integerTypes, dtype) && isPair(column) && column[1] === 1;
  if (!isKnown || !isPair(data_offsets)) {
    throw error(`its mapping, of ${quoted(JSON.stringify(entry))}, is no list of whole numbers, a row for each word`);
  }
  const type = dtype as IntegerType;
  const { size } = integerTypes[type];
  const [[V], [start, end]] = [column, data_offsets];
  if (V === 0) throw error("its mapping is empty; there is nothing to read");
  if (end - start !== V * size) {
    throw error(`its mapping is ${V} numbers, ${V * size} bytes; its offsets ${start} and ${end} say else`);
  }
  return { name: "mapping", kind: "integers", type, V, D: 1, size, start };
}

function asColumn(shape: unknown): unknown {
  return Array.isArray(shape) && shape.length === 1 ? [...shape, 1] : shape;
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
  const type = types[entry.dtype];
  return { name, kind: "floats", type, V, D, size: bytesPerNumber[type], start };
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
