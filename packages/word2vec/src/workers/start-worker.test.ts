import { Worker, type WorkerOptions } from "node:worker_threads";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startWorker } from "./start-worker.js";
import type { TaskWorker } from "./task-worker.js";

const started: TaskWorker[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(started.splice(0).map(({ terminate }) => terminate()));
});

describe("startWorker(program, task)", () => {
  test("answers requests, one after another", async () => {
    const { request } = start("const work = ({ a }) => (b) => a + b;", { a: 40 });
    expect([await request(2), await request(3)]).toEqual([42, 43]);
    expect(await start("const work = async () => async () => undefined;").request(1)).toBe(undefined);
  });

  test.each([
    ["throws", `const work = () => () => { throw new RangeError("planted"); };`, "RangeError: planted"],
    ["throws later", `const work = () => async () => { await null; throw new Error("planted"); };`, "Error: planted"],
    ["throws what is no error", "const work = () => () => { throw undefined; };", "undefined"],
    ["throws beside its work", "const work = () => () => new Promise(() => setTimeout(() => { throw 7; }));", "7"],
    ["throws as it begins", `const work = () => { throw new Error("planted"); };`, "Error: planted"],
    ["throws before it is at work", `throw new Error("planted");`, "Error: planted"],
    ["is not JavaScript", "const work = (", "SyntaxError: "],
    ["leaves the process", "const work = () => () => process.exit(3);", "exit code 3"],
    ["answers what can't be sent", "const work = () => () => () => 1;", "Error"],
  ])("rejects if the program %s, and ever after", async (_, program, why) => {
    const { request } = start(program);
    const message = `train: a thread has died (${why}`;
    await expect(request(1)).rejects.toThrow(message);
    await expect(request(2)).rejects.toThrow(message);
  });

  test("rejects if the thread is killed at work", async () => {
    withWorkers({}, (worker) => worker.on("message", () => worker.terminate()));
    const { request } = start("const work = () => (n) => { while (n > 1); return n; };");
    expect(await request(1)).toBe(1);
    await expect(request(2)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (exit code 1); the run is lost. Is there enough memory?]`,
    );
  });

  test("rejects if the thread has died since the last answer", async () => {
    const exited = new Promise<unknown>((resolve) => withWorkers({}, (worker) => worker.on("exit", resolve)));
    const { request } = start("const work = () => () => void setTimeout(() => process.exit(3));");
    await request(1);
    await exited;
    await expect(request(2)).rejects.toThrow("a thread has died (exit code 3)");
  });

  // Really to run out of memory may take the whole process along.
  test("rejects if the thread runs out of memory", async () => {
    const outOfMemory = Object.assign(new Error("Worker terminated"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    withWorkers({}, (worker) => worker.on("online", () => worker.emit("error", outOfMemory)));
    const { request } = start("const work = () => () => new Promise(() => {});");
    await expect(request(1)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (Error: Worker terminated); the run is lost. Is there enough memory?]`,
    );
  });

  test("rejects if a message can't be read", async () => {
    withWorkers({}, (worker) => worker.on("online", () => worker.emit("messageerror", new Error("planted"))));
    const { request } = start("const work = () => () => new Promise(() => {});");
    await expect(request(1)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread has died (its message can't be read); the run is lost. Is there enough memory?]`,
    );
  });

  test("rejects if the task can't be sent", async () => {
    const { request, terminate } = start("const work = () => () => 1;", () => 1);
    await expect(request(1)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread can't be started (DataCloneError: () => 1 could not be cloned.)]`,
    );
    await terminate();
  });

  test("rejects if there may be no threads", async () => {
    withWorkers({}, () => {
      throw new Error("Access to this API has been restricted.");
    });
    await expect(start("const work = () => () => 1;").request(1)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: train: a thread can't be started (Error: Access to this API has been restricted.)]`,
    );
  });

  test("ends a thread at work when told to", async () => {
    const { request, terminate } = start("const work = () => () => { for (;;); };");
    const answer = expect(request(1)).rejects.toThrow("a thread has died (exit code");
    await terminate();
    await answer;
  });
});

function start(program: string, task?: unknown): TaskWorker {
  const worker = startWorker(program, task);
  started.push(worker);
  return worker;
}

/** Has workers started with more options, and something done to each. */
function withWorkers(more: WorkerOptions, meddle: (worker: Worker) => void = () => {}): void {
  class Meddled extends Worker {
    constructor(code: string, options: WorkerOptions) {
      super(code, { ...options, ...more });
      meddle(this);
    }
  }
  const builtin = process.getBuiltinModule;
  const meddled = (name: string) => (name === "node:worker_threads" ? { Worker: Meddled } : builtin(name));
  vi.spyOn(process, "getBuiltinModule").mockImplementation(meddled as typeof builtin);
}
