import type { TrainingMemory } from "../memory/training-memory.js";
import { kernelModule, status } from "../wasm/kernels.js";
import type { TrainTask } from "../workers/programs/train-work.js";
import { startWorker } from "../workers/start-worker.js";
// Made by the build from workers/programs (tools/kernels/worker-programs.mjs).
import { trainWork } from "../workers/worker.program.js";
import type { Executor } from "./executor.js";

/** Where the words of the barrier (src/assembly/barrier.ts) are, in 32-bit words from its address. */
const GENERATION = 1;
const BROKEN = 2;

/** Workers that wait for their next round and are woken lose a quarter of a millisecond. */
const ROUND_SECONDS = 0.1;

/**
 * Starts one worker for each thread of a run. They start while `prepare` is at work, which may fill the tables: no worker reads
 * them yet. The first worker warms up meanwhile. Resolves when all of them are ready.
 *
 * @throws Error if a worker can't be started, or dies before it is ready
 */
export async function workerPool(
  training: TrainingMemory,
  prepare: () => void,
  warmUp?: TrainingMemory,
): Promise<Executor> {
  const { memory, threads } = training;
  const module = await kernelModule(memory);
  const warmUpEnd = warmUp && barrierWords(warmUp).subarray(BROKEN, BROKEN + 1);
  const workers = threads.map(({ address }, thread) => {
    const task: TrainTask = { module, memory, address };
    if (thread > 0 || warmUp === undefined || warmUpEnd === undefined) return startWorker(program, task);
    const first = { memory: warmUp.memory, address: warmUp.threads[0].address, isEnded: warmUpEnd, done: status.done };
    return startWorker(program, { ...task, warmUp: first });
  });
  const advance = async (batches: number): Promise<number> => {
    try {
      const statuses = await Promise.all(workers.map(({ request }) => request(batches)));
      return Math.max(...statuses.map(Number));
    } catch (error) {
      // The others wait for the dead one: break the run off, and wake them.
      const words = barrierWords(training);
      Atomics.store(words, BROKEN, 1);
      Atomics.notify(words, GENERATION);
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all(workers.map(({ terminate }) => terminate()));
  };
  const arrival = advance(0);
  try {
    prepare();
    if (warmUpEnd !== undefined) Atomics.store(warmUpEnd, 0, 1);
    await arrival;
  } catch (error) {
    await Promise.allSettled([close(), arrival]);
    throw error;
  }
  return { advance, roundSeconds: ROUND_SECONDS, close };
}

/** Declares `work` as {@link startWorker} asks for it. */
const program: string = `${trainWork}\nconst work = trainWork;`;

function barrierWords({ memory, barrier }: TrainingMemory): Int32Array {
  return new Int32Array(memory.buffer, barrier, 8);
}
