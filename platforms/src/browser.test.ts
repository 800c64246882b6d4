import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, workspacePackages } from "../../tools/workspace.js";
import { findChromium } from "./chromium.js";
import { inChromium } from "./in-chromium.js";
import { inNode, nodes } from "./in-node.js";
import type { PageOptions } from "./page-server.js";

const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";
const libraries = workspacePackages()
  .map(({ folder }) => folder)
  .filter((folder) => folder.startsWith("packages/"));

describe.skipIf(reason !== "")(`a page${reason}`, () => {
  test("finds the same exports in each package as Node", async () => {
    const program = `const found = {};
${libraries.map((folder) => `found["${folder}"] = Object.keys(await import("./${folder}/dist/index.js"));`).join("\n")}
console.log(JSON.stringify(found));`;
    const { printed, errors } = await inChromium(chromium, program, { folder: root });
    expect(errors).toEqual([]);
    expect(JSON.parse(String(printed[0][0]))).toEqual(JSON.parse(await inNode(nodes[24], program, root)));
  });
});

/** Prints how a run ended, each time after something has been done to the page. */
const trial = (meddle: string, threads: number) => `import { corpusFromText } from "@wordloom/data";
import { train } from "@wordloom/word2vec";
${meddle}
const corpus = corpusFromText("a b c d e f g\\n".repeat(1000));
let why = "";
const onNote = ({ message }) => { why = ": " + message; };
console.log(await train(corpus, { dimension: 16, epochs: 3, lanes: 4, threads: ${threads}, onNote }).then(
  ({ threads }) => "ran on " + threads + why,
  ({ message }) => message,
));`;

async function outcome(meddle: string, threads: number, options?: PageOptions): Promise<string> {
  const { printed, errors } = await inChromium(chromium, trial(meddle, threads), options);
  expect(errors).toEqual([]);
  return String(printed[0][0]);
}

describe.skipIf(reason !== "")(`train in a page with a Content-Security-Policy${reason}`, () => {
  const outcomeUnder = (policy: string, threads: number) => outcome("", threads, { policy });

  test("needs 'wasm-unsafe-eval', and blob: workers for more than one thread", async () => {
    expect(await outcomeUnder("default-src 'self' 'wasm-unsafe-eval'; worker-src blob:", 2)).toBe("ran on 2");
    expect(await outcomeUnder("default-src 'self' 'wasm-unsafe-eval'", 1)).toBe("ran on 1");
  });

  test("runs on one thread, and says why, where it has no blob: workers", async () => {
    expect(await outcomeUnder("default-src 'self' 'wasm-unsafe-eval'", 2)).toMatchInlineSnapshot(
      `"ran on 1: train: one thread, not 2, and the same bits: a thread can't be started (does the page's Content-Security-Policy allow blob: in worker-src?)"`,
    );
  });

  test("says so where it has no WebAssembly", async () => {
    expect(await outcomeUnder("default-src 'self'", 1)).toMatchInlineSnapshot(
      `"train: the kernels can't be compiled (CompileError: WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: "default-src 'self'".); a page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src, and the engine must know WebAssembly's SIMD"`,
    );
  });
});

describe.skipIf(reason !== "")(`train in a page that is not isolated${reason}`, () => {
  const isNone = "; the page is not isolated from other origins";
  const borrowed = "new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor";

  test.each([
    ["has no SharedArrayBuffer", "", `there is no SharedArrayBuffer here${isNone}`],
    [
      "gives an ArrayBuffer its name",
      "globalThis.SharedArrayBuffer = ArrayBuffer;",
      `SharedArrayBuffer is none here${isNone}`,
    ],
    [
      "borrows it from WebAssembly",
      `globalThis.SharedArrayBuffer = ${borrowed};`,
      "a thread can't be started (DataCloneError: ",
    ],
  ])("and %s runs on one thread, and says why", async (_, meddle, why) => {
    expect(await outcome(meddle, 2, { isIsolated: false })).toContain(
      `ran on 1: train: one thread, not 2, and the same bits: ${why}`,
    );
  });
});

describe.skipIf(reason !== "")(`train in a page rejects when one of four workers${reason}`, () => {
  /** Gives the third worker more to run. The other three are at work and wait for it. */
  const meddled = (more: string) => `let count = 0;
const Original = Worker;
URL.revokeObjectURL = () => {};
globalThis.Worker = class extends Original {
  constructor(url) {
    const code = \`importScripts(\${JSON.stringify(url)}); \${++count === 3 ? ${JSON.stringify(more)} : ""}\`;
    super(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  }
};`;
  const instead = (advance: string) =>
    `const real = WebAssembly.instantiate.bind(WebAssembly);
WebAssembly.instantiate = async (...given) => {
  const { exports } = await real(...given);
  // Without batches they only meet.
  return { exports: { advance(address, batches) { if (batches === 0) return exports.advance(address, 0); ${advance} } } };
};`;

  test.each([
    ["is left as it is", "", "ran on 4"],
    ["throws at its work", instead(`throw new Error("planted");`), "Error: planted"],
    ["throws beside its work", instead("setTimeout(() => { throw 7; }); return new Promise(() => {});"), "Uncaught 7"],
    ["closes itself", instead("close(); return new Promise(() => {});"), "it was closed"],
  ])("%s", async (_, more, why) => {
    const died = `train: a thread has died (${why}); the run is lost. Is there enough memory?`;
    expect(await outcome(meddled(more), 4)).toBe(why.startsWith("ran") ? why : died);
  });

  test.each([
    ["throws", `throw new Error("planted");`, "Uncaught Error: planted"],
    ["can't read its task", "onmessage = () => onmessageerror();", "a message to it can't be read"],
  ])("but not before they are at work: where it %s, one thread does it all", async (_, more, why) => {
    expect(await outcome(meddled(more), 4)).toBe(
      `ran on 1: train: one thread, not 4, and the same bits: a thread has died (${why})`,
    );
  });
});

describe.skipIf(reason !== "")(`a table that two threads of a page have trained${reason}`, () => {
  const program = `import { corpusFromText } from "@wordloom/data";
import { vectorChunks } from "@wordloom/vectors";
import { train } from "@wordloom/word2vec";
const corpus = corpusFromText("a b c d e f g\\n".repeat(1000));
const { vectors } = await train(corpus, { dimension: 16, lanes: 2, threads: 2 });
const { vectors: own } = await train(corpus, { dimension: 16, lanes: 2, threads: 2, inPlace: false });
const outcome = async (name, action) => console.log(name, await action().catch(({ message }) => message));
await outcome("blob", async () => new Blob([vectors.data]).size);
await outcome("blob of a slice", async () => new Blob([vectors.data.slice()]).size);
await outcome("blob of chunks", async () => new Blob([...vectorChunks(vectors, "npy")]).size);
await outcome("blob of a copy", async () => new Blob([own.data]).size);
await outcome("transferred copy", async () => structuredClone(own.data, { transfer: [own.data.buffer] }).length);`;

  test("is shared: a blob refuses it, but not a slice, a file or a copy", async () => {
    const { printed, errors } = await inChromium(chromium, program, { folder: join(root, "packages/word2vec") });
    expect(errors).toEqual([]);
    const bytes = 8 * 16 * 4;
    expect(printed).toEqual([
      ["blob", "Failed to construct 'Blob': The provided ArrayBufferView value must not be shared."],
      ["blob of a slice", bytes],
      ["blob of chunks", 128 + bytes],
      ["blob of a copy", bytes],
      ["transferred copy", 8 * 16],
    ]);
  });
});
