import { checkSize, type Ids } from "./tensor.js";

/** Stands for "no row here" where a list of rows has a fixed width, such as a window at the edge of a text. */
export const NO_ROW = -1;

/**
 * Refuses row numbers outside a table, naming the first and its place. Kernels then trust their ids: a stray one
 * would read `undefined`, or another table, and the NaN would show up far from its cause.
 *
 * @param table - its name
 * @param rows - how many it has
 * @param lowest - `NO_ROW` where that stands for no row, else 0
 * @throws RangeError for the first id outside `[lowest, rows)`
 */
export function checkRowIds(
  caller: string,
  table: string,
  rows: number,
  { shape, data }: Ids,
  lowest: 0 | -1 = 0,
): void {
  checkSize(caller, shape, data.length);
  for (let i = 0; i < data.length; i++) {
    if (data[i] < lowest || data[i] >= rows) {
      throw new RangeError(
        `${caller}: id ${data[i]} at [${position(shape, i).join(", ")}] is outside the ${rows} rows of "${table}"; ` +
          "was the corpus encoded with this vocabulary?",
      );
    }
  }
}

function position(shape: readonly number[], index: number): number[] {
  const indices: number[] = [];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    indices.unshift(index % shape[axis]);
    index = Math.floor(index / shape[axis]);
  }
  return indices;
}
