import type { Tables } from "./tables.js";

/**
 * Tables outside of WebAssembly's memory.
 *
 * @param caller - the function that the error names
 * @param W - numbers of a row
 * @param isShared - whether threads share them
 * @throws RangeError if the system has not that much memory, saying how much
 */
export function outsideTables(caller: string, V: number, W: number, isShared: boolean): Tables {
  const bytes = 4 * V * W;
  const table = (): Float32Array => new Float32Array(isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  try {
    return { input: table(), output: table() };
  } catch (error) {
    if ((Object(error) as Partial<Error>).name !== "RangeError") throw error;
    const gib = ((2 * bytes) / 2 ** 30).toFixed(1);
    throw new RangeError(
      `${caller}: two tables of ${V} × ${W} numbers take ${gib} GiB, more than the system has to give: lower dimension, or raise minCount`,
      { cause: error },
    );
  }
}
