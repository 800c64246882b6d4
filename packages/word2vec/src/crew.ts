import { kernelModule } from "./kernels.js";
import { runningWorker } from "./running-worker.js";
import type { TrainingMemory } from "./training-memory.js";

/** Where the words of the barrier (src/assembly/barrier.ts) are, in 32-bit words from its address. */
const GENERATION = 1;
const BROKEN = 2;

/** Those who do the work of a run: one thread, or several that do it together. */
export interface Crew {
  /**
   * Trains for so many batches, or to the end of the epoch or of the ids in memory; resolves to the status that all threads
   * ended with. Between two calls nobody touches the run. Rejects if a thread has died.
   */
  readonly advance: (batches: number) => Promise<number>;
  /** It may work for so long before the host looks at the clock and the signal. */
  readonly turnSeconds: number;
  readonly dismiss: () => Promise<void>;
}

/** Workers that wait for their next turn and are woken lose a quarter of a millisecond. */
const TURN_SECONDS = 0.1;

/** What a worker does: its part of the run, from its own view, as far as it is told. */
const WORK = `const work = async ({ module, memory, address }) => {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return (batches) => exports.advance(address, batches);
};`;

/**
 * One worker for each thread of a run. They start while `prepare` is at work, which may fill the tables: nobody reads them
 * yet. Resolves when all of them are there.
 */
export async function crew({ memory, threads, barrier }: TrainingMemory, prepare: () => void): Promise<Crew> {
  const module = await kernelModule(memory);
  const words = new Int32Array(memory.buffer, barrier, 8);
  const workers = threads.map(({ address }) => runningWorker(WORK, { module, memory, address }));
  const advance = async (batches: number): Promise<number> => {
    try {
      const statuses = await Promise.all(workers.map(({ ask }) => ask(batches)));
      return Math.max(...statuses.map(Number));
    } catch (error) {
      // The others wait for the dead one: break the run off, and wake them.
      Atomics.store(words, BROKEN, 1);
      Atomics.notify(words, GENERATION);
      throw error;
    }
  };
  const dismiss = async (): Promise<void> => {
    await Promise.all(workers.map(({ terminate }) => terminate()));
  };
  const arrival = advance(0);
  try {
    prepare();
    await arrival;
  } catch (error) {
    await Promise.allSettled([dismiss(), arrival]);
    throw error;
  }
  return { advance, turnSeconds: TURN_SECONDS, dismiss };
}
