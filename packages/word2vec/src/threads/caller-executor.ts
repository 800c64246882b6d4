import type { TrainingMemory } from "../memory/training-memory.js";
import { instantiateKernels } from "../wasm/kernels.js";
import type { Executor } from "./executor.js";

/** For this long the caller's thread does nothing else. */
const ROUND_SECONDS = 0.03;

/**
 * Trains on the caller's own thread, which sees to its timers and events between two rounds.
 *
 * @param prepare - fills the tables
 */
export async function callerExecutor(
  { memory, threads: [{ address }], caller }: TrainingMemory,
  prepare: () => void,
): Promise<Executor> {
  const { advance } = await instantiateKernels(memory, caller);
  prepare();
  return {
    async advance(batches) {
      const ended = advance(address, batches);
      await yieldToEvents();
      return ended;
    },
    roundSeconds: ROUND_SECONDS,
    close: async () => {},
  };
}

/**
 * Resolves when timers and events have been seen to. A timer of 0 ms would take 1 to 4 ms, a message takes microseconds; some
 * test environments have no messages.
 */
function yieldToEvents(): Promise<void> {
  if (typeof MessageChannel === "undefined") return new Promise((resolve) => setTimeout(resolve));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
