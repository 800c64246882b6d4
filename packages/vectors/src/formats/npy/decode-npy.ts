import { fileError } from "@wordloom/arguments";
import { cutOff } from "../../messages/cut-off.js";
import { quoted } from "../../messages/quoted.js";
import { atLeast, type ByteWindow, more, position, type Reading } from "../../reading/byte-window.js";
import type { FormatOptions } from "../../reading/decode-options.js";
import { bytesPerNumber, denseNumbers, type NumberForm } from "../../tables/dense-numbers.js";
import { neededList, vectorsOfTable } from "../../tables/vectors-of-table.js";
import { type NormedTable, rowNorms } from "../../vectors/row-norms.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { fittedWords } from "../../word-lists/table-words.js";
import { fromLatin1 } from "../../words/text-coding.js";
import { NPY_MAGIC } from "./npy-magic.js";

/** NumPy itself refuses more than 10,000 characters. */
const LONGEST_HEADER = 1 << 16;
const types: Record<string, NumberForm["type"]> = { f2: "f16", f4: "f32", f8: "f64" };

/** What the header of a `.npy` file says. */
interface NpyHeader {
  readonly form: NumberForm;
  /** Whether columns follow each other, not rows. */
  readonly isColumnMajor: boolean;
  readonly V: number;
  readonly D: number;
}

/**
 * A NumPy array of two axes, in a file of version 1 to 3: f2, f4 or f8 of either byte order, row by row or column by
 * column. Its words are in another file.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function* npyReading(
  window: ByteWindow,
  { source, limit, duplicates, onNote }: FormatOptions,
): Reading<WordVectors> {
  const error = fileError("decodeVectors", source);
  const { form, isColumnMajor, V, D } = yield* npyHeader(window, error);
  const wanted = Math.min(V, limit);
  const rowBytes = D * bytesPerNumber[form.type];
  const least = position(window) + (isColumnMajor ? V : wanted) * rowBytes;
  if (window.size !== undefined && window.size < least) {
    // Where columns follow each other, each row ends in the last.
    const whole = isColumnMajor ? 0 : Math.floor((window.size - position(window)) / rowBytes);
    throw error(
      `the header promises ${V} × ${D} numbers, ${least} bytes in all; the file has ${window.size}; ${cutOff(whole)}`,
    );
  }
  const list = fittedWords((yield* neededList("words", error))(V), V, { onNote, error });
  let rows: NormedTable;
  if (isColumnMajor) {
    rows = transposed(yield* denseNumbers(window, { form, rows: D, D: V, line: "column", error }), wanted);
  } else {
    rows = yield* denseNumbers(window, { form, rows: wanted, D, error });
  }
  if (wanted === V && (window.at < window.end || ((yield* more(window)) && window.at < window.end))) {
    throw error(`the file goes on after its ${V} × ${D} numbers, from byte ${position(window)}`);
  }
  return vectorsOfTable(rows, list, { duplicates, onNote, error });
}

function* npyHeader(window: ByteWindow, error: (message: string) => Error): Reading<NpyHeader> {
  const prefix = NPY_MAGIC.length + 2;
  if (!(yield* atLeast(window, prefix + 4)) || NPY_MAGIC.some((byte, i) => window.bytes[window.at + i] !== byte)) {
    throw error("the file does not start as a .npy file does");
  }
  const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + window.at, prefix + 4);
  const version = view.getUint8(NPY_MAGIC.length);
  if (version < 1 || version > 3) throw error(`the file is of version ${version} of .npy; 1, 2 and 3 are known`);
  const length = version === 1 ? view.getUint16(prefix, true) : view.getUint32(prefix, true);
  const start = prefix + (version === 1 ? 2 : 4);
  if (length > LONGEST_HEADER) throw error(`the header is to be ${length} bytes long; is the file damaged?`);
  if (!(yield* atLeast(window, start + length))) throw error("the file ends inside its header; was it cut off?");
  const text = fromLatin1(window.bytes.subarray(window.at + start, window.at + start + length));
  window.at += start + length;
  return parsedHeader(text, error);
}

function parsedHeader(text: string, error: (message: string) => Error): NpyHeader {
  const [, descr] = /["']descr["']:\s*["']([^"']*)["']/.exec(text) ?? [];
  const [, order] = /["']fortran_order["']:\s*(True|False)/.exec(text) ?? [];
  const [, shape] = /["']shape["']:\s*\(([^)]*)\)/.exec(text) ?? [];
  if (order === undefined || shape === undefined) throw error(`its header is ${quoted(text.trim())}; is it damaged?`);
  const [, endian, kind] = /^([<>])(f[248])$/.exec(descr ?? "") ?? [];
  if (kind === undefined) {
    throw error(`its numbers are ${quoted(descr ?? text.trim())}; <f2, <f4, <f8, >f2, >f4 and >f8 are read`);
  }
  const [, rows, columns] = /^\s*(\d{1,15}),\s*(\d{1,15}),?\s*$/.exec(shape) ?? [];
  if (columns === undefined) throw error(`its shape is ${quoted(`(${shape})`)}; a table of word vectors has two axes`);
  const [V, D] = [Number(rows), Number(columns)];
  if (V === 0 || D === 0) throw error(`its shape is ${quoted(`(${shape})`)}; there is nothing to read`);
  return { form: { type: types[kind], isLittleEndian: endian === "<" }, isColumnMajor: order === "True", V, D };
}

/** The first rows of a table that is given column by column. */
function transposed({ data: columns, D: V }: NormedTable, rows: number): NormedTable {
  const D = columns.length / V;
  const data = new Float32Array(rows * D);
  for (let row = 0; row < rows; row++) for (let d = 0; d < D; d++) data[row * D + d] = columns[d * V + row];
  return { D, data, norms: rowNorms(data, D) };
}
