import { Worker } from "node:worker_threads";

/** What every worker is given beside its task. */
export interface WorkerPlace {
  /** For {@link waitAtBarrier}: two words. */
  readonly barrier: Int32Array;
  readonly threads: number;
  /** From 0. */
  readonly thread: number;
}

/**
 * Runs a program on `threads` threads at once; each answers with one message.
 *
 * @throws Error if one of them dies
 */
export function inWorkers<Task extends object, Answer>(program: URL, task: Task, threads: number): Promise<Answer[]> {
  const barrier = new Int32Array(new SharedArrayBuffer(64));
  const workers = Array.from({ length: threads }, (_, thread) => {
    const workerData: Task & WorkerPlace = { ...task, barrier, threads, thread };
    // Without the options of this process: a test runner's make packages resolve to sources, which Node can't run.
    return new Worker(program, { workerData, execArgv: [] });
  });
  const answers = workers.map(
    (worker) =>
      new Promise<Answer>((resolve, reject) => {
        worker.on("message", resolve);
        worker.on("error", reject);
        worker.on("exit", (code) => reject(new Error(`a thread ended with code ${code} before it answered`)));
      }),
  );
  return Promise.all(answers).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}
