import { conversation, died, type Told } from "./worker-requests.js";

/** A program at work on a thread of its own. */
export interface RunningWorker {
  /**
   * Resolves to the program's answer. Rejects if the thread is dead, or dies before it answers, however that comes about. One
   * question at a time.
   */
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly terminate: () => unknown;
}

/**
 * Starts a program on a thread: of `worker_threads` in Node, on a Web Worker in a browser. It is the text of a script that
 * declares `work(task)`, which gives the function that answers: a string, so that no bundler has to be told of another file.
 */
export function runningWorker(program: string, task: unknown): RunningWorker {
  const nodeThreads = nodeWorkerThreads();
  return nodeThreads === undefined ? webWorker(program, task) : nodeWorker(nodeThreads, program, task);
}

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

/** By its tag, which tells it in every realm, whatever its constructor is called. */
export function isShared(buffer: object): boolean {
  return Object.prototype.toString.call(buffer) === "[object SharedArrayBuffer]";
}

interface NodeWorker {
  on(event: string, listener: (value: unknown) => void): void;
  postMessage(message: unknown): void;
  terminate(): Promise<number>;
}

interface NodeWorkerThreads {
  readonly Worker: new (code: string, options: object) => NodeWorker;
}

/** Asked for at run time: an import would be an error in a browser. */
function nodeWorkerThreads(): NodeWorkerThreads | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeWorkerThreads } };
  return process?.getBuiltinModule?.("node:worker_threads");
}

/** In MB. Four threads take 8 MB less than with an engine's own limits. */
const SMALL = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16, codeRangeSizeMb: 8 };

function nodeWorker({ Worker }: NodeWorkerThreads, program: string, task: unknown): RunningWorker {
  const code = `const { parentPort, workerData } = require("node:worker_threads");
${program}
const beginning = (async () => work(workerData))();
parentPort.on("message", (question) => beginning.then((answer) => answer(question)).then(
  (answer) => parentPort.postMessage({ answer }),
  (error) => parentPort.postMessage({ error: String(error) }),
));`;
  let thread: NodeWorker | undefined;
  const talk = conversation((question) => thread?.postMessage(question));
  try {
    // What the process was told to load first is not for these few lines, nor is the room that an engine takes for a program's.
    thread = new Worker(code, { eval: true, workerData: task, execArgv: [], resourceLimits: SMALL });
    thread.on("message", (told) => talk.hear(told as Told));
    thread.on("messageerror", () => talk.end(died("its message can't be read")));
    thread.on("error", (error) => talk.end(died(String(error))));
    thread.on("exit", (code) => talk.end(died(`exit code ${code}`)));
  } catch (error) {
    talk.end(notStarted(String(error)));
  }
  return { ask: talk.ask, terminate: () => thread?.terminate() };
}

/**
 * A browser does not say when a worker is closed: the worker holds a lock for as long as it lives, and who waits for that lock
 * hears of its end.
 */
function webWorker(program: string, task: unknown): RunningWorker {
  const code = `${program}
const tell = (error) => postMessage({ error: String(error) });
onmessageerror = () => tell("a message to it can't be read");
onmessage = ({ data: { task, lock } }) => {
  const beginning = new Promise((begin, fail) => {
    navigator.locks.request(lock, () => {
      postMessage({ isAtWork: true });
      begin();
      return new Promise(() => {});
    }).catch(fail);
  }).then(() => work(task));
  beginning.catch(tell);
  onmessage = ({ data }) => beginning.then((answer) => answer(data)).then((answer) => postMessage({ answer }), tell);
};`;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  let thread: Worker | undefined;
  const talk = conversation((question) => thread?.postMessage(question));
  try {
    thread = new Worker(url);
    thread.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.isAtWork === true) navigator.locks.request(url, () => talk.end(died("it was closed")));
      else talk.hear(data);
    };
    thread.onmessageerror = () => talk.end(died("its message can't be read"));
    thread.onerror = (event) => {
      event.preventDefault();
      // A script that may not be loaded is an event without a message.
      talk.end(event.message === undefined ? notStarted(REFUSED) : died(event.message));
    };
    thread.postMessage({ task, lock: url });
  } catch (error) {
    talk.end(notStarted(String(error)));
  }
  return {
    ask: talk.ask,
    terminate() {
      thread?.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

const REFUSED = "does the page's Content-Security-Policy allow blob: in worker-src?";

function notStarted(why: string): Error {
  return new Error(`train: a thread can't be started (${why})`);
}
