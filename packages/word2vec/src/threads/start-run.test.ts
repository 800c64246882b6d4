import { createHash } from "node:crypto";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { corpusFromText } from "@wordloom/data";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { train } from "../train.js";
import type { TrainingNote } from "./training-note.js";

const corpus = corpusFromText("the tea is in the pot and the pot is on the tray\n".repeat(50));
const options = { dimension: 30, epochs: 2, negatives: 3, lanes: 4 };
let expected = "";

beforeAll(async () => {
  expected = bits((await train(corpus, options)).vectors.data);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Trains on three threads if it can. */
async function outcome(): Promise<{ threads: number; hasSameBits: boolean; notes: TrainingNote[] }> {
  const notes: TrainingNote[] = [];
  const result = await train(corpus, { ...options, threads: 3, onNote: (note) => void notes.push(note) });
  return { threads: result.threads, hasSameBits: bits(result.vectors.data) === expected, notes };
}

const one = (why: string | RegExp) => ({
  threads: 1,
  hasSameBits: true,
  notes: [
    {
      kind: "one-thread",
      message: expect.stringMatching(
        typeof why === "string" ? `train: one thread, not 3, and the same bits: ${why}` : why,
      ),
    },
  ],
});

/** What there is of Node's modules. */
function withThreads(found: unknown): void {
  const builtin = process.getBuiltinModule;
  const meddled = (name: string) => (name === "node:worker_threads" ? found : builtin(name));
  vi.spyOn(process, "getBuiltinModule").mockImplementation(meddled as typeof builtin);
}

/** A browser's worker, of which there is no more than what is given. */
function withWebWorker(behaviour: object): void {
  withThreads(undefined);
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        Object.assign(this, { postMessage() {}, terminate() {} }, behaviour);
      }
    },
  );
}

describe("train where threads are asked for", () => {
  test("takes them, and has nothing to note", async () => {
    expect(await outcome()).toEqual({ threads: 3, hasSameBits: true, notes: [] });
  });

  test("takes no more than are of use, which is no matter of a note", async () => {
    const notes: TrainingNote[] = [];
    const onNote = (note: TrainingNote) => void notes.push(note);
    const { threads } = await train(corpus, { ...options, lanes: 1, threads: 3, onNote });
    expect([threads, notes]).toEqual([1, []]);
  });
});

describe("train takes one thread, with the same bits, and says why", () => {
  test("where there is no SharedArrayBuffer", async () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(await outcome()).toEqual(one("there is no SharedArrayBuffer here"));
    vi.stubGlobal("crossOriginIsolated", false);
    expect(await outcome()).toEqual(
      one("there is no SharedArrayBuffer here; the page is not isolated from other origins"),
    );
  });

  test("where SharedArrayBuffer is an ArrayBuffer by another name", async () => {
    vi.stubGlobal("SharedArrayBuffer", ArrayBuffer);
    expect(await outcome()).toEqual(one("SharedArrayBuffer is none here"));
  });

  test("where there are no workers, as in a worker of an older Safari", async () => {
    withThreads(undefined);
    expect(await outcome()).toEqual(one("there are no workers here"));
  });

  test("where workers are forbidden", async () => {
    class Forbidden {
      constructor() {
        throw new Error("Access to this API has been restricted.");
      }
    }
    withThreads({ Worker: Forbidden });
    expect(await outcome()).toEqual(
      one(/bits: a thread can't be started \(Error: Access to this API has been restricted\.\)$/),
    );
  });

  test("where a thread dies before it is at work", async () => {
    class Dying extends Worker {
      constructor(code: string, options: WorkerOptions) {
        super(`throw new Error("planted");${code}`, options);
      }
    }
    withThreads({ Worker: Dying });
    expect(await outcome()).toEqual(one(/bits: a thread has died \(Error: planted\)$/));
  });

  test("where the memory that threads share can't be had", async () => {
    const Original = WebAssembly.Memory;
    class Unshared extends Original {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        if (descriptor.shared) throw new RangeError("WebAssembly.Memory(): could not allocate memory");
        super(descriptor);
      }
    }
    vi.spyOn(WebAssembly, "Memory").mockImplementation(Unshared as never);
    expect(await outcome()).toEqual(one(/bits: the system has no 0\.0 GiB to give/));
  });

  test("where a page's memory can't be sent to its workers", async () => {
    const postMessage = () => {
      throw new DOMException("SharedArrayBuffer transfer requires self.crossOriginIsolated.", "DataCloneError");
    };
    withWebWorker({ postMessage });
    expect(await outcome()).toEqual(
      one(/bits: a thread can't be started \(DataCloneError: SharedArrayBuffer transfer/),
    );
  });

  test("where a page's Content-Security-Policy forbids workers", async () => {
    withWebWorker({
      postMessage(this: { onerror(event: object): void }) {
        queueMicrotask(() => this.onerror({ preventDefault() {} }));
      },
    });
    expect(await outcome()).toEqual(one(/allow blob: in worker-src/));
  });

  test("where a page can make no address of a script", async () => {
    withWebWorker({});
    vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
      throw new TypeError("planted");
    });
    expect(await outcome()).toEqual(one(/bits: planted$/));
  });
});

test("train does without messages on one thread, as in test environments that have none", async () => {
  vi.stubGlobal("MessageChannel", undefined);
  const { vectors } = await train(corpus, options);
  expect(bits(vectors.data)).toBe(expected);
});

function bits({ buffer, byteOffset, byteLength }: Float32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex");
}
