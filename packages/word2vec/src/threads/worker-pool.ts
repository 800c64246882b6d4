import type { TrainingMemory } from "../memory/training-memory.js";
import { kernelModule, rowsTaskOf, status } from "../wasm/kernels.js";
import { roundLayout } from "../wasm/kernels.wasm.js";
import type { TrainTask } from "../workers/programs/train-work.js";
import { startWorker } from "../workers/start-worker.js";
// Made by the build from workers/programs (tools/kernels/worker-programs.mjs).
import { tableRows, trainWork } from "../workers/worker.program.js";
import type { Executor } from "./executor.js";

/** Workers that wait for their next call and are woken lose a quarter of a millisecond. */
const CALL_SECONDS = 0.1;

/** Between two looks at a signal, while the workers are busy. */
const WATCH_MILLISECONDS = 20;

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
  const { threads } = training;
  const module = await kernelModule(training.memory);
  const warmUpEnd = warmUp && wordOf(warmUp, "isBroken");
  const workers = threads.map(({ address }, thread) => {
    const task: TrainTask = { module, rows: rowsTaskOf(training), address };
    if (thread > 0 || warmUp === undefined || warmUpEnd === undefined) return startWorker(program, task);
    const first = {
      rows: rowsTaskOf(warmUp),
      address: warmUp.threads[0].address,
      isEnded: warmUpEnd,
      done: status.done,
    };
    return startWorker(program, { ...task, warmUp: first });
  });
  const advance: Executor["advance"] = async (rounds, signal) => {
    const watch = signal && setInterval(() => signal.aborted && stop(), WATCH_MILLISECONDS);
    try {
      const statuses = await Promise.all(workers.map(({ request }) => request(rounds)));
      return Math.max(...statuses.map(Number));
    } catch (error) {
      // The others wait for the dead one: break the run off, and wake them.
      Atomics.store(wordOf(training, "isBroken"), 0, 1);
      Atomics.notify(wordOf(training, "generation"), 0);
      throw error;
    } finally {
      clearInterval(watch);
    }
  };
  const stop = (): void => {
    Atomics.store(wordOf(training, "isStopping"), 0, 1);
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
  return { advance, callSeconds: CALL_SECONDS, close };
}

/** Declares `work` as {@link startWorker} asks for it. */
const program: string = `${tableRows}\n${trainWork}\nconst work = (task) => trainWork(task, tableRows);`;

/** A word of the barrier at which threads wait (src/assembly/round.ts). */
function wordOf({ memory, roundAddress }: TrainingMemory, field: "isBroken" | "isStopping" | "generation"): Int32Array {
  return new Int32Array(memory.buffer, roundAddress + roundLayout.fields[field].offset, 1);
}
