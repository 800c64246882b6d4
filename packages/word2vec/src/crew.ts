import { kernelModule } from "./kernels.js";
import type { TrainingMemory } from "./training-memory.js";

/** Where the words of the barrier (src/assembly/barrier.ts) are, in 32-bit words from its address. */
const GENERATION = 1;
const BROKEN = 2;
const STOP_WANTED = 3;

/** Threads at work on one run. */
export interface Crew {
  /** Resolves to the status that all threads ended with; rejects if one has died. */
  readonly finished: Promise<number>;
  /** Makes all threads stop at the same batch. */
  readonly stop: () => void;
}

/**
 * One worker for each thread of a run: `worker_threads` in Node, Web Workers in a browser. Their program is a string, so
 * that no bundler has to be told of another file.
 */
export async function crew(training: TrainingMemory): Promise<Crew> {
  const { memory, threads, barrier } = training;
  const module = await kernelModule();
  const words = new Int32Array(memory.buffer, barrier, 8);
  const workers = threads.map(({ address }) => worker({ module, memory, address }));
  const finished = Promise.all(workers.map(({ done }) => done))
    .then((statuses) => Math.max(...statuses))
    .catch((error: unknown) => {
      // The others wait for the dead one: break the run off, and wake them.
      Atomics.store(words, BROKEN, 1);
      Atomics.notify(words, GENERATION);
      throw error;
    })
    .finally(() => Promise.all(workers.map(({ terminate }) => terminate())));
  return { finished, stop: () => void Atomics.store(words, STOP_WANTED, 1) };
}

interface Task {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly address: number;
}

interface RunningWorker {
  readonly done: Promise<number>;
  readonly terminate: () => unknown;
}

/**
 * What a worker does: the whole of the run, from its own view. In short calls, since an engine replaces a function by its
 * optimised code only when it is called again.
 */
const WORK = `const work = async ({ module, memory, address }) => {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  let status;
  do status = exports.advance(address, 100); while (status === 0);
  return status;
};`;

function worker(task: Task): RunningWorker {
  const nodeThreads = nodeWorkerThreads();
  return nodeThreads === undefined ? webWorker(task) : nodeWorker(nodeThreads, task);
}

interface NodeWorker {
  on(event: string, listener: (value: unknown) => void): void;
  terminate(): Promise<number>;
}

type NodeWorkerThreads = { Worker: new (code: string, options: object) => NodeWorker };

/** Asked for at run time: an import would be an error in a browser. */
function nodeWorkerThreads(): NodeWorkerThreads | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeWorkerThreads } };
  return process?.getBuiltinModule?.("node:worker_threads");
}

function nodeWorker({ Worker }: NodeWorkerThreads, task: Task): RunningWorker {
  const code = `const { parentPort, workerData } = require("node:worker_threads");
${WORK}
work(workerData).then((status) => parentPort.postMessage(status));`;
  const thread = new Worker(code, { eval: true, workerData: task });
  const done = new Promise<number>((resolve, reject) => {
    thread.on("message", (status) => resolve(Number(status)));
    thread.on("error", (error) => reject(died(error instanceof Error ? error.message : String(error))));
    thread.on("exit", (code) => reject(died(`exit code ${code}`)));
  });
  return { done, terminate: () => thread.terminate() };
}

function webWorker(task: Task): RunningWorker {
  const code = `${WORK}
onmessage = ({ data }) => work(data).then(postMessage, (error) => setTimeout(() => { throw error; }));`;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const thread = new Worker(url);
  const done = new Promise<number>((resolve, reject) => {
    thread.onmessage = ({ data }) => resolve(Number(data));
    thread.onerror = ({ message }) => reject(died(message));
  });
  thread.postMessage(task);
  return {
    done,
    terminate() {
      thread.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function died(why: string): Error {
  return new Error(`train: a thread has died (${why}); the run is lost. Is there enough memory?`);
}
