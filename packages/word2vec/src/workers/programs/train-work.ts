import type { TableRows, TableRowsTask } from "./table-rows.js";

/** What a worker of the pool is given: its part of a run, and perhaps one to warm up with. */
export interface TrainTask {
  /** The kernels. */
  readonly module: WebAssembly.Module;
  readonly rows: TableRowsTask;
  /** Of the thread's `Run` in the memory. */
  readonly address: number;
  /** Only one worker warms up: then all have optimised code. */
  readonly warmUp?: WarmUpTask;
}

interface WarmUpTask {
  readonly rows: TableRowsTask;
  readonly address: number;
  /** The word that ends the warm-up when it is no longer zero. */
  readonly isEnded: Int32Array;
  /** The status of a run that has no epoch left. */
  readonly done: number;
}

interface TrainKernels {
  readonly advance: (address: number, rounds: number) => number;
}

/** Makes kernels for the thread's part of the run, after those of the warm-up; each request is a number of rounds to train. */
export async function trainWork(
  { module, rows, address, warmUp }: TrainTask,
  tableRows: (task: TableRowsTask) => TableRows,
): Promise<(rounds: number) => number> {
  const kernelsOn = async (rows: TableRowsTask): Promise<TrainKernels> => {
    const env = { memory: rows.memory, ...tableRows(rows) };
    const { exports } = await WebAssembly.instantiate(module, { env });
    return exports as unknown as TrainKernels;
  };
  if (warmUp !== undefined) {
    const { advance } = await kernelsOn(warmUp.rows);
    let ended: number | undefined;
    while (ended !== warmUp.done && Atomics.load(warmUp.isEnded, 0) === 0) ended = advance(warmUp.address, 1);
  }
  const { advance } = await kernelsOn(rows);
  return (rounds) => advance(address, rounds);
}
