import { floatOfBfloat, floatOfHalf } from "../quantized/half-float.js";
import { type ByteWindow, more, position, type Reading, warrantedRows } from "../reading/byte-window.js";
import { type NormedTable, writeNorms } from "../vectors/row-norms.js";
import { readFloats } from "./float-bytes.js";
import { type FloatTable, firstRows, floatTable, readInPlace, reserve } from "./float-table.js";

/** How a file of nothing but numbers writes them. */
export interface NumberForm {
  readonly type: "f16" | "bf16" | "f32" | "f64" | "i8";
  readonly isLittleEndian: boolean;
}

/** Numbers that follow each other, from where the window is. */
export interface DenseNumbers {
  readonly form: NumberForm;
  /** Rows to read, or columns of a table that is written column by column. */
  readonly rows: number;
  /** Numbers of each. */
  readonly D: number;
  /** How to speak of the rows: `"column"` if that is what they are. */
  readonly line?: "row" | "column";
  readonly error: (message: string) => Error;
}

export const bytesPerNumber: Record<NumberForm["type"], number> = { f16: 2, bf16: 2, f32: 4, f64: 8, i8: 1 };

/**
 * Reads `[rows, D]` numbers as f32, and measures the rows.
 *
 * @throws Error for a file that ends before, or a number that is NaN or infinite as f32; with the byte
 */
export function* denseNumbers(
  window: ByteWindow,
  { form, rows, D, line = "row", error }: DenseNumbers,
): Reading<NormedTable> {
  const size = bytesPerNumber[form.type];
  const table = floatTable(D, rows, warrantedRows(window, rows, size * D), error);
  const start = position(window);
  if (form.type === "f32") yield* readInPlace(window, table);
  for (let row = 0; row < rows; ) {
    const whole = Math.min(rows - row, Math.floor((window.end - window.at) / (size * D)));
    if (whole > 0) {
      readInto(window, table, { row, rows: whole, form, error });
      row += whole;
      writeNorms(table, row - whole, row);
      const bad = firstNotFinite(table, row - whole, row);
      if (bad >= 0) {
        throw error(
          `number ${bad % D} of ${line} ${Math.floor(bad / D)}, at byte ${start + bad * size}, ` +
            `is ${table.data[bad]} as f32; did training diverge?`,
        );
      }
    } else if (!(yield* more(window))) {
      const end = window.offset + window.end;
      throw error(`the file ends at byte ${end}, inside ${line} ${row} of ${rows}; was it cut off?`);
    }
  }
  return firstRows(table, rows);
}

/** Rows that are in the window as a whole, the first of which is `row`. */
interface RowsInWindow extends Pick<DenseNumbers, "rows" | "form" | "error"> {
  readonly row: number;
}

/** Reads rows into their places in the table. */
function readInto(window: ByteWindow, table: FloatTable, { row, rows, form, error }: RowsInWindow): void {
  reserve(table, row + rows - 1, 2 * row, error);
  const { data, D } = table;
  const { buffer, byteOffset, byteLength } = window.bytes;
  const view = new DataView(buffer, byteOffset, byteLength);
  const end = (row + rows) * D;
  let { at } = window;
  const { type, isLittleEndian } = form;
  if (type === "f32") {
    const count = rows * D;
    readFloats({ bytes: window.bytes, at, count, isLittleEndian }, table, row * D);
    if (window.bytes.buffer === data.buffer) window.kept = 4 * end;
    at += 4 * count;
  } else if (type === "f64") {
    for (let i = row * D; i < end; i++, at += 8) data[i] = view.getFloat64(at, isLittleEndian);
  } else if (type === "i8") {
    for (let i = row * D; i < end; i++, at++) data[i] = view.getInt8(at);
  } else {
    const floatOf = type === "f16" ? floatOfHalf : floatOfBfloat;
    for (let i = row * D; i < end; i++, at += 2) data[i] = floatOf(view.getUint16(at, isLittleEndian));
  }
  window.at = at;
}

/** The place of the first number that is not finite, in rows that have been measured; −1 if there is none. */
function firstNotFinite({ D, data, norms }: FloatTable, start: number, end: number): number {
  for (let row = start; row < end; row++) {
    if (Number.isFinite(norms[row])) continue;
    for (let i = row * D; i < (row + 1) * D; i++) if (!Number.isFinite(data[i])) return i;
  }
  return -1;
}
