import { nodeWorkerThreads } from "./node-worker-threads.js";
import { startNodeWorker } from "./start-node-worker.js";
import { startWebWorker } from "./start-web-worker.js";
import type { TaskWorker } from "./task-worker.js";

/**
 * Starts a program on a thread: of `worker_threads` in Node, on a Web Worker in a browser.
 *
 * @param program - the text of a script that declares `work(task)`, which returns the function that answers requests. It is a
 *   string, so that no bundler has to know of another file
 */
export function startWorker(program: string, task: unknown): TaskWorker {
  const nodeThreads = nodeWorkerThreads();
  return nodeThreads === undefined ? startWebWorker(program, task) : startNodeWorker(nodeThreads, program, task);
}
