import { stopwatch } from "../loop/stopwatch.js";
import type { TrainingMemory } from "../memory/training-memory.js";
import { instantiateKernels, status } from "../wasm/kernels.js";
import type { Executor } from "./executor.js";

/** For this long the caller's thread does nothing else. */
const CALL_SECONDS = 0.03;

/**
 * Trains on the caller's own thread, which sees to its timers and events between two calls.
 *
 * @param prepare - fills the tables
 */
export async function callerExecutor(training: TrainingMemory, prepare: () => void): Promise<Executor> {
  const [{ address }] = training.threads;
  const { advance, trainNextLane } = await instantiateKernels(training, training.caller);
  prepare();
  return {
    async advance(rounds, signal) {
      let left = rounds;
      let ended: number = status.goingOn;
      const clock = stopwatch();
      let yielded = 0;
      while (ended === status.goingOn && left > 0) {
        if (trainNextLane(address)) {
          if (clock.seconds() - yielded < CALL_SECONDS) continue;
          await yieldToEvents();
          if (signal?.aborted) return status.stopped;
          yielded = clock.seconds();
        } else {
          ended = advance(address, 1);
          left--;
        }
      }
      await yieldToEvents();
      return ended;
    },
    callSeconds: CALL_SECONDS,
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
