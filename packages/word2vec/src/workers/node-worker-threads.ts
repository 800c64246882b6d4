/** The part of Node's worker that is used. */
export interface NodeWorker {
  on(event: string, listener: (value: unknown) => void): void;
  postMessage(message: unknown): void;
  terminate(): Promise<number>;
}

/** The part of Node's module `worker_threads` that is used. */
export interface NodeWorkerThreads {
  readonly Worker: new (code: string, options: object) => NodeWorker;
}

/** Node's module `worker_threads`; undefined in a browser. It is asked for at run time: an import would be an error there. */
export function nodeWorkerThreads(): NodeWorkerThreads | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeWorkerThreads } };
  return process?.getBuiltinModule?.("node:worker_threads");
}
