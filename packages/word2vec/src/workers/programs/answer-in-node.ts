import type { WorkerReply } from "../worker-reply.js";
import type { Work } from "./work.js";

interface NodeThread {
  readonly workerData: unknown;
  readonly parentPort: {
    on(event: "message", listener: (request: unknown) => void): void;
    postMessage(reply: WorkerReply): void;
  };
}

/** Runs `work` on a thread of Node's `worker_threads`: its task is the thread's `workerData`, each message is a request. */
export function answerInNode(work: Work): void {
  const { process } = globalThis as unknown as { process: { getBuiltinModule(name: string): NodeThread } };
  const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
  const beginning = (async () => work(workerData))();
  parentPort.on("message", (request) => {
    beginning
      .then((answerTo) => answerTo(request))
      .then(
        (answer) => parentPort.postMessage({ answer }),
        (error) => parentPort.postMessage({ error: String(error) }),
      );
  });
}
