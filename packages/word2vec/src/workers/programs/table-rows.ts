/** Two tables of rows of `W` numbers, and the memory that their rows are copied to and from. */
export interface TableRowsTask {
  readonly memory: WebAssembly.Memory;
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly W: number;
}

/** What the kernels call for tables outside of their memory; 0 is the input table. */
export interface TableRows {
  /** Copies the rows of `count` words, whose ids are at an address, to another. */
  readonly readRows: (table: number, ids: number, count: number, to: number) => void;
  readonly writeRow: (table: number, id: number, from: number) => void;
}

/** Copies rows between tables and the memory of the kernels. */
export function tableRows({ memory, input, output, W }: TableRowsTask): TableRows {
  const numbers = new Float32Array(memory.buffer);
  const integers = new Int32Array(memory.buffer);
  return {
    readRows(table, ids, count, to) {
      const rows = table === 0 ? input : output;
      let at = (to >>> 0) / 4;
      const first = (ids >>> 0) / 4;
      for (let i = 0; i < count; i++) {
        const from = integers[first + i] * W;
        for (let d = 0; d < W; d++) numbers[at + d] = rows[from + d];
        at += W;
      }
    },
    writeRow(table, id, from) {
      const rows = table === 0 ? input : output;
      const at = (from >>> 0) / 4;
      for (let d = 0; d < W; d++) rows[id * W + d] = numbers[at + d];
    },
  };
}
