import type { NodeWorker, NodeWorkerThreads } from "./node-worker-threads.js";
import type { TaskWorker } from "./task-worker.js";
import { threadDied, threadNotStarted } from "./thread-errors.js";
import { answerInNode } from "./worker.program.js";
import type { WorkerReply } from "./worker-reply.js";
import { workerRequests } from "./worker-requests.js";

/** In MB. Four threads take 8 MB less than with an engine's own limits. */
const SMALL = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16, codeRangeSizeMb: 8 };

/** Starts a program that declares `work(task)` on a thread of Node's. */
export function startNodeWorker({ Worker }: NodeWorkerThreads, program: string, task: unknown): TaskWorker {
  const code = `${program}\n${answerInNode}\nanswerInNode(work);`;
  let thread: NodeWorker | undefined;
  const { request, receive, fail } = workerRequests((content) => thread?.postMessage(content));
  try {
    // What the process was told to load first is not for these few lines, nor is the room that an engine takes for a program's.
    thread = new Worker(code, { eval: true, workerData: task, execArgv: [], resourceLimits: SMALL });
    thread.on("message", (reply) => receive(reply as WorkerReply));
    thread.on("messageerror", () => fail(threadDied("its message can't be read")));
    thread.on("error", (error) => fail(threadDied(String(error))));
    thread.on("exit", (code) => fail(threadDied(`exit code ${code}`)));
  } catch (error) {
    fail(threadNotStarted(String(error)));
  }
  return { request, terminate: () => thread?.terminate() };
}
