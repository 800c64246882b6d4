import { threadDied } from "./thread-errors.js";
import type { WorkerReply } from "./worker-reply.js";

/** Requests to a worker, one at a time, and its replies, until it dies. */
export interface WorkerRequests {
  /**
   * Sends a request, and resolves to the answer.
   *
   * @throws Error if the worker is dead, or dies before it answers
   */
  readonly request: (content: unknown) => Promise<unknown>;
  /** Takes what the worker has sent. */
  readonly receive: (reply: WorkerReply) => void;
  /** Notes that the worker is dead. Only the first reason counts: the exit of a thread follows what killed it. */
  readonly fail: (reason: Error) => void;
}

/** Matches the replies of a worker to the requests that `send` sends it. */
export function workerRequests(send: (content: unknown) => void): WorkerRequests {
  let failure: Error | undefined;
  let resolve: (answer: unknown) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const fail = (reason: Error): void => {
    failure ??= reason;
    reject(failure);
  };
  return {
    request: (content) =>
      new Promise((onAnswer, onFailure) => {
        [resolve, reject] = [onAnswer, onFailure];
        if (failure === undefined) send(content);
        else reject(failure);
      }),
    receive({ answer, error }) {
      if (error === undefined) resolve(answer);
      else fail(threadDied(error));
    },
    fail,
  };
}
