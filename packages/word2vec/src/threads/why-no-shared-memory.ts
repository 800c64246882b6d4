import { isShared } from "../wasm/is-shared.js";
import { nodeWorkerThreads } from "../workers/node-worker-threads.js";

/**
 * Why no memory can be shared with workers here, if that can be told before trying. A page that is not isolated from other origins
 * has no `SharedArrayBuffer`, or one that is an `ArrayBuffer` by another name, given to silence who asks for it.
 */
export function whyNoSharedMemory(): string | undefined {
  if (nodeWorkerThreads() === undefined && typeof Worker === "undefined") return "there are no workers here";
  const { crossOriginIsolated } = globalThis as { crossOriginIsolated?: boolean };
  const isolated = crossOriginIsolated === false ? "; the page is not isolated from other origins" : "";
  if (typeof SharedArrayBuffer === "undefined") return `there is no SharedArrayBuffer here${isolated}`;
  return isShared(new SharedArrayBuffer(0)) ? undefined : `SharedArrayBuffer is none here${isolated}`;
}
