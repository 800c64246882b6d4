import type { TrainingMemory } from "../memory/training-memory.js";
import { instantiateKernels } from "../wasm/kernels.js";
import type { Crew } from "./worker-pool.js";

/** For so long the caller's thread does nothing else. */
const TURN_SECONDS = 0.03;

/** A crew of one, the caller's own thread, which stays alive between two calls. */
export async function alone(
  { memory, threads: [{ address }], caller }: TrainingMemory,
  prepare: () => void,
): Promise<Crew> {
  const { advance } = await instantiateKernels(memory, caller);
  prepare();
  return {
    async advance(batches) {
      const ended = advance(address, batches);
      await nextTurn();
      return ended;
    },
    turnSeconds: TURN_SECONDS,
    dismiss: async () => {},
  };
}

/**
 * Lets timers and events have their turn. A timer of 0 ms would take 1 to 4 ms, a message takes microseconds; some test
 * environments have no messages.
 */
function nextTurn(): Promise<void> {
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
