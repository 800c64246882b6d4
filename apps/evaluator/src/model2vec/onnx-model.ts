import { type Bytes, bytesField, bytesOf, integerField, message, textField } from "./protobuf.js";

/** A table of word vectors for ONNX. Row `i` of `scales` multiplies row `i` of `rows`. */
export interface OnnxTable {
  readonly V: number;
  readonly D: number;
  readonly type: "f16" | "f32" | "int8";
  /** The numbers, `[V, D]`, little-endian. */
  readonly rows: Bytes;
  /** The scales of int8 rows, `[V]`, f32. */
  readonly scales?: Bytes;
  /** The row of unknown words. */
  readonly unknown: number;
}

const FLOAT = 1;
const INT64 = 7;
const TYPES = { f32: FLOAT, int8: 3, f16: 10 };
/** The most bytes that Protocol Buffers can hold. */
const LARGEST = 2 ** 31 - 1;

/**
 * Makes a model in ONNX that looks up word vectors. Its inputs are `input_ids` and `attention_mask`, `[batch, sequence]` each.
 * Its outputs are `last_hidden_state`, `[batch, sequence, D]`, with zeros for unknown words and padding, and `embeddings`,
 * `[batch, D]`, the means of the known words.
 *
 * @throws RangeError if the table is larger than an ONNX file may be
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function onnxModel(table: OnnxTable): Bytes {
  const model = message(
    integerField(1, 8),
    textField(2, "wordloom"),
    bytesField(8, message(textField(1, ""), integerField(2, 17))),
    bytesField(7, graph(table)),
  );
  if (model.length > LARGEST) {
    const size = (model.length / 2 ** 30).toFixed(1);
    throw new RangeError(`onnxModel: the table takes ${size} GiB, ONNX holds 2; use int8, or fewer rows`);
  }
  return model;
}

function graph({ V, D, type, rows, scales, unknown }: OnnxTable): Bytes {
  const lookUp =
    scales === undefined
      ? [node("Gather", ["rows", "input_ids"], "found"), cast("found", "numbers", FLOAT)]
      : [
          node("Gather", ["rows", "input_ids"], "found"),
          cast("found", "codes", FLOAT),
          node("Gather", ["scales", "input_ids"], "scale"),
          node("Unsqueeze", ["scale", "last_axis"], "scale_column"),
          node("Mul", ["codes", "scale_column"], "numbers"),
        ];
  const nodes = [
    ...lookUp,
    node("Equal", ["input_ids", "unknown"], "is_unknown"),
    node("Not", ["is_unknown"], "is_known"),
    cast("is_known", "known", INT64),
    node("Mul", ["known", "attention_mask"], "counted"),
    cast("counted", "weight", FLOAT),
    node("Unsqueeze", ["weight", "last_axis"], "weight_column"),
    node("Mul", ["numbers", "weight_column"], "last_hidden_state"),
    node("ReduceSum", ["last_hidden_state", "sequence_axis"], "sum", [flag("keepdims", 0)]),
    node("ReduceSum", ["weight_column", "sequence_axis"], "words", [flag("keepdims", 0)]),
    node("Max", ["words", "one"], "divisor"),
    node("Div", ["sum", "divisor"], "embeddings"),
  ];
  const constants = [
    tensor("rows", [V, D], TYPES[type], rows),
    ...(scales === undefined ? [] : [tensor("scales", [V], FLOAT, scales)]),
    tensor("unknown", [], INT64, int64(unknown)),
    tensor("last_axis", [1], INT64, int64(-1)),
    tensor("sequence_axis", [1], INT64, int64(1)),
    tensor("one", [1, 1], FLOAT, bytesOf([0, 0, 0x80, 0x3f])),
  ];
  return message(
    ...nodes.map((each) => bytesField(1, each)),
    textField(2, "static_embeddings"),
    ...constants.map((each) => bytesField(5, each)),
    bytesField(11, value("input_ids", INT64, ["batch", "sequence"])),
    bytesField(11, value("attention_mask", INT64, ["batch", "sequence"])),
    bytesField(12, value("last_hidden_state", FLOAT, ["batch", "sequence", D])),
    bytesField(12, value("embeddings", FLOAT, ["batch", D])),
  );
}

function node(operator: string, inputs: readonly string[], output: string, attributes: readonly Bytes[] = []): Bytes {
  return message(
    ...inputs.map((input) => textField(1, input)),
    textField(2, output),
    textField(3, output),
    textField(4, operator),
    ...attributes.map((attribute) => bytesField(5, attribute)),
  );
}

function cast(input: string, output: string, type: number): Bytes {
  return node("Cast", [input], output, [flag("to", type)]);
}

/** Makes an attribute that is a whole number. */
function flag(name: string, number: number): Bytes {
  return message(textField(1, name), integerField(3, number), integerField(20, 2));
}

function tensor(name: string, shape: readonly number[], type: number, data: Bytes): Bytes {
  return message(
    ...shape.map((size) => integerField(1, size)),
    integerField(2, type),
    textField(8, name),
    bytesField(9, data),
  );
}

/** Declares an input or an output. Sizes that are not fixed have names. */
function value(name: string, type: number, shape: readonly (number | string)[]): Bytes {
  const sizes = shape.map((size) =>
    bytesField(1, typeof size === "number" ? integerField(1, size) : textField(2, size)),
  );
  return message(
    textField(1, name),
    bytesField(2, bytesField(1, message(integerField(1, type), bytesField(2, message(...sizes))))),
  );
}

function int64(number: number): Bytes {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, BigInt(number), true);
  return bytesOf(new Uint8Array(view.buffer));
}
