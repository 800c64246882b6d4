/** @module-tag slow */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, workspacePackages } from "../workspace.js";

// `testing` has the types of vitest and fast-check, which ask for more than a language.
const libraries = workspacePackages()
  .filter(({ folder }) => folder.startsWith("packages/") && folder !== "packages/testing")
  .map(({ folder, manifest }) => ({ folder, name: manifest.name }));
let project: string;

beforeAll(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), "wordloom-types-")));
  for (const { folder, name } of libraries) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, folder), link, "junction");
  }
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What a project's compiler says of a program, and of the declarations of all packages, as they are built. */
function complaints(program: string, options: object): string[] {
  const entries = libraries
    .map(({ name }, i) => `import * as package${i} from "${name}";\nvoid package${i};`)
    .join("\n");
  const file = join(project, "program.ts");
  writeFileSync(file, `${entries}\n${program}\n`);
  const { options: parsed, errors } = ts.convertCompilerOptionsFromJson({ noEmit: true, ...options }, project);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], parsed));
  return [...errors, ...found].map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : "";
    return `${file?.fileName ?? ""}${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** As `create-next-app` writes it, but for the plugin. */
const next = {
  target: "ES2017",
  lib: ["dom", "dom.iterable", "esnext"],
  allowJs: true,
  strict: true,
  esModuleInterop: true,
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  isolatedModules: true,
  jsx: "preserve",
  types: [],
};
const language = { target: "es2022", lib: ["es2022"], module: "nodenext", strict: true, types: [] };
const node = {
  ...{ target: "es2022", lib: ["es2023"], module: "nodenext", strict: true, exactOptionalPropertyTypes: true },
  ...{ types: ["node"], typeRoots: [join(root, "tools/node_modules/@types"), join(root, "node_modules/@types")] },
};

const page = `import { readCorpora, readCorpus } from "@wordloom/data";
import { decodeVectors, mostSimilar, readVectors } from "@wordloom/vectors";
import { train } from "@wordloom/word2vec";
export async function all(file: File, list: FileList, response: Response, stream: ReadableStream<Uint8Array>): Promise<void> {
  const corpus = await readCorpus(file.stream());
  for (const source of [file, response, response.body, stream, fetch("/text.txt"), response.arrayBuffer()]) {
    await readCorpus(source);
    await readVectors(source);
  }
  await readCorpora([...list].map((one) => ({ chunks: one, source: one.name })));
  const { vectors } = await train(corpus, { signal: new AbortController().signal });
  mostSimilar(structuredClone(vectors), "tea", { restrict: new Set(["pot"]) });
  mostSimilar(decodeVectors(await response.arrayBuffer()), new Float32Array(3));
}`;
const bare = `import { corpusFromText, readCorpus } from "@wordloom/data";
import { mostSimilar, readVectors, wordVectors } from "@wordloom/vectors";
export async function all(bytes: Uint8Array, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await readVectors(bytes);
  await readVectors(chunks);
  await readVectors([bytes, bytes.buffer, new DataView(bytes.buffer)]);
  await readCorpus(new SharedArrayBuffer(8));
  corpusFromText("a b");
  mostSimilar(wordVectors(["a"], new Float32Array(3)), "a");
}`;
const onNode = `import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { readCorpus } from "@wordloom/data";
import { readTextCorpus } from "@wordloom/data/node";
import { readVectors } from "@wordloom/vectors";
import { readVectors as readFile } from "@wordloom/vectors/node";
export async function all(path: string): Promise<void> {
  for (const source of [createReadStream(path), process.stdin, Buffer.from("a"), await fetch(path), new Blob(["a"])]) {
    await readCorpus(source);
    await readVectors(source);
  }
  await readCorpus((await open(path)).readableWebStream());
  await readTextCorpus(path);
  await readFile(path);
}`;

describe("the types of the packages compile", () => {
  test.each([
    ["a Next.js project", page, { ...next, skipLibCheck: true }],
    ["a Next.js project that checks libraries", page, { ...next, skipLibCheck: false }],
    ["a project with the language alone", bare, { ...language, skipLibCheck: true }],
    ["a project with the language alone that checks libraries", bare, { ...language, skipLibCheck: false }],
    [
      "a bundled project with the language alone",
      bare,
      { ...language, module: "esnext", moduleResolution: "bundler", skipLibCheck: false },
    ],
    ["a project for Node", onNode, { ...node, skipLibCheck: false }],
  ])("in %s", (_, program, options) => {
    expect(complaints(program, options)).toEqual([]);
  });

  test("and say what is wrong", () => {
    const program = `import { readVectors } from "@wordloom/vectors";\nvoid readVectors("a.txt");`;
    expect(complaints(program, { ...next, skipLibCheck: true })).toHaveLength(1);
  });
});
