import type { WorkerReply } from "../worker-reply.js";
import type { Work } from "./work.js";

/** What is global in a Web Worker, as far as it is used. */
interface WebWorkerScope {
  onmessage: (event: { readonly data: unknown }) => void;
  onmessageerror: () => void;
  postMessage(reply: WorkerReply): void;
}

/** The first message to a Web Worker. */
export interface FirstMessage {
  readonly task: unknown;
  /** The name of a lock that the worker holds for as long as it lives. */
  readonly lock: string;
}

/**
 * Runs `work` on a Web Worker: its task is in the first message, each further one is a request. The worker holds a lock for as
 * long as it lives, for a browser does not say when a worker is closed.
 */
export function answerInBrowser(work: Work): void {
  const scope = globalThis as unknown as WebWorkerScope;
  const fail = (error: unknown): void => scope.postMessage({ error: String(error) });
  scope.onmessageerror = () => fail("a message to it can't be read");
  scope.onmessage = ({ data }) => {
    const { task, lock } = data as FirstMessage;
    const beginning = new Promise<void>((begin, refuse) => {
      navigator.locks
        .request(lock, () => {
          scope.postMessage({ isAtWork: true });
          begin();
          return new Promise(() => {});
        })
        .catch(refuse);
    }).then(() => work(task));
    beginning.catch(fail);
    scope.onmessage = ({ data }) => {
      beginning.then((answerTo) => answerTo(data)).then((answer) => scope.postMessage({ answer }), fail);
    };
  };
}
