import { kernelModule } from "./kernels.js";
import type { TrainingMemory } from "./training-memory.js";

/** Where the words of the barrier (src/assembly/barrier.ts) are, in 32-bit words from its address. */
const GENERATION = 1;
const BROKEN = 2;

/** Those who do the work of a run: one thread, or several that do it together. */
export interface Crew {
  /**
   * Trains for so many batches, or to the end of the epoch; resolves to the status that all threads ended with. Between two
   * calls nobody touches the run. Rejects if a thread has died.
   */
  readonly advance: (batches: number) => Promise<number>;
  readonly dismiss: () => Promise<void>;
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
  return {
    async advance(batches) {
      const statuses = workers.map(({ advance }) => advance(batches));
      try {
        return Math.max(...(await Promise.all(statuses)));
      } catch (error) {
        // The others wait for the dead one: break the run off, and wake them.
        Atomics.store(words, BROKEN, 1);
        Atomics.notify(words, GENERATION);
        throw error;
      }
    },
    async dismiss() {
      await Promise.all(workers.map(({ terminate }) => terminate()));
    },
  };
}

interface Task {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly address: number;
}

interface RunningWorker {
  readonly advance: (batches: number) => Promise<number>;
  readonly terminate: () => unknown;
}

/** What a worker does: its part of the run, from its own view, as far as it is told. */
const WORK = `const work = async ({ module, memory, address }) => {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return (batches) => exports.advance(address, batches);
};`;

function worker(task: Task): RunningWorker {
  const nodeThreads = nodeWorkerThreads();
  return nodeThreads === undefined ? webWorker(task) : nodeWorker(nodeThreads, task);
}

interface NodeWorker {
  on(event: string, listener: (value: unknown) => void): void;
  postMessage(message: unknown): void;
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
work(workerData).then((advance) => parentPort.on("message", (batches) => parentPort.postMessage(advance(batches))));`;
  const thread = new Worker(code, { eval: true, workerData: task });
  const { next, arrived, failed } = answers();
  thread.on("message", (status) => arrived(Number(status)));
  thread.on("error", (error) => failed(error instanceof Error ? error.message : String(error)));
  thread.on("exit", (code) => failed(`exit code ${code}`));
  return {
    advance(batches) {
      thread.postMessage(batches);
      return next();
    },
    terminate: () => thread.terminate(),
  };
}

function webWorker(task: Task): RunningWorker {
  const code = `${WORK}
let advance;
onmessage = ({ data }) => {
  if (advance === undefined) advance = work(data);
  else advance.then((go) => postMessage(go(data))).catch((error) => setTimeout(() => { throw error; }));
};`;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const thread = new Worker(url);
  const { next, arrived, failed } = answers();
  thread.onmessage = ({ data }) => arrived(Number(data));
  thread.onerror = ({ message }) => failed(message);
  thread.postMessage(task);
  return {
    advance(batches) {
      thread.postMessage(batches);
      return next();
    },
    terminate() {
      thread.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** A worker's answers to what it is told, one by one, until it dies. */
function answers(): { next: () => Promise<number>; arrived: (status: number) => void; failed: (why: string) => void } {
  let death: Error | undefined;
  let resolve: (status: number) => void = () => {};
  let reject: (error: Error) => void = () => {};
  return {
    next: () =>
      new Promise((onArrival, onDeath) => {
        if (death !== undefined) onDeath(death);
        [resolve, reject] = [onArrival, onDeath];
      }),
    arrived: (status) => resolve(status),
    failed(why) {
      death ??= new Error(`train: a thread has died (${why}); the run is lost. Is there enough memory?`);
      reject(death);
    },
  };
}
