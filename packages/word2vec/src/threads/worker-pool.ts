import type { TrainingMemory } from "../memory/training-memory.js";
import { kernelModule, status } from "../wasm/kernels.js";
import { runningWorker } from "./start-worker.js";

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

/** What a worker does: its part of the run, from its own view, as far as it is told; before that, the warm-up's until told. */
const WORK = `const work = async ({ module, memory, address, warmUp }) => {
  const kernels = async (memory) => (await WebAssembly.instantiate(module, { env: { memory } })).exports;
  if (warmUp !== undefined) {
    const { advance } = await kernels(warmUp.memory);
    for (let ended; ended !== ${status.done} && Atomics.load(warmUp.words, ${BROKEN}) === 0; ) ended = advance(warmUp.address, 5);
  }
  const { advance } = await kernels(memory);
  return (batches) => advance(address, batches);
};`;

/**
 * One worker for each thread of a run. They start while `prepare` is at work, which may fill the tables: nobody reads them
 * yet. The first is at the warm-up for so long. Resolves when all of them are there.
 */
export async function crew(training: TrainingMemory, prepare: () => void, warmUp?: TrainingMemory): Promise<Crew> {
  const { memory, threads } = training;
  const module = await kernelModule(memory);
  const words = meeting(training);
  const first = warmUp && { memory: warmUp.memory, words: meeting(warmUp), address: warmUp.threads[0].address };
  const workers = threads.map(({ address }, thread) =>
    runningWorker(WORK, { module, memory, address, warmUp: thread === 0 ? first : undefined }),
  );
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
    if (first !== undefined) Atomics.store(first.words, BROKEN, 1);
    await arrival;
  } catch (error) {
    await Promise.allSettled([dismiss(), arrival]);
    throw error;
  }
  return { advance, turnSeconds: TURN_SECONDS, dismiss };
}

function meeting({ memory, barrier }: TrainingMemory): Int32Array {
  return new Int32Array(memory.buffer, barrier, 8);
}
