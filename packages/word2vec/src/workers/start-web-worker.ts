import type { FirstMessage } from "./programs/answer-in-browser.js";
import type { TaskWorker } from "./task-worker.js";
import { threadDied, threadNotStarted } from "./thread-errors.js";
import { answerInBrowser } from "./worker.program.js";
import type { WorkerReply } from "./worker-reply.js";
import { workerRequests } from "./worker-requests.js";

const REFUSED = "does the page's Content-Security-Policy allow blob: in worker-src?";

/**
 * Starts a program that declares `work(task)` on a Web Worker. A browser does not say when a worker is closed: the worker holds
 * a lock for as long as it lives, and whoever waits for that lock learns of its end.
 */
export function startWebWorker(program: string, task: unknown): TaskWorker {
  const code = `${program}\n${answerInBrowser}\nanswerInBrowser(work);`;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  let thread: Worker | undefined;
  const { request, receive, fail } = workerRequests((content) => thread?.postMessage(content));
  try {
    thread = new Worker(url);
    thread.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.isAtWork === true) navigator.locks.request(url, () => fail(threadDied("it was closed")));
      else receive(data);
    };
    thread.onmessageerror = () => fail(threadDied("its message can't be read"));
    thread.onerror = (event) => {
      event.preventDefault();
      // A script that may not be loaded is an event without a message.
      fail(event.message === undefined ? threadNotStarted(REFUSED) : threadDied(event.message));
    };
    const first: FirstMessage = { task, lock: url };
    thread.postMessage(first);
  } catch (error) {
    fail(threadNotStarted(String(error)));
  }
  return {
    request,
    terminate() {
      thread?.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
