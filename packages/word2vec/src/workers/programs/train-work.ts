/** What a worker of the pool is given: its part of a run, and perhaps one to warm up with. */
export interface TrainTask {
  /** The kernels. */
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Of the thread's `Run` in the memory. */
  readonly address: number;
  /** Only one worker warms up: then all have optimised code. */
  readonly warmUp?: WarmUpTask;
}

interface WarmUpTask {
  readonly memory: WebAssembly.Memory;
  readonly address: number;
  /** The word that ends the warm-up when it is no longer zero. */
  readonly isEnded: Int32Array;
  /** The status of a run that has no epoch left. */
  readonly done: number;
}

interface TrainKernels {
  readonly advance: (address: number, batches: number) => number;
}

/** Makes kernels for the thread's part of the run, after those of the warm-up; each request is a number of batches to train. */
export async function trainWork({ module, memory, address, warmUp }: TrainTask): Promise<(batches: number) => number> {
  const kernelsOn = async (memory: WebAssembly.Memory): Promise<TrainKernels> => {
    const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
    return exports as unknown as TrainKernels;
  };
  if (warmUp !== undefined) {
    const { advance } = await kernelsOn(warmUp.memory);
    let ended: number | undefined;
    while (ended !== warmUp.done && Atomics.load(warmUp.isEnded, 0) === 0) ended = advance(warmUp.address, 5);
  }
  const { advance } = await kernelsOn(memory);
  return (batches) => advance(address, batches);
}
