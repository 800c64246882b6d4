import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { wrongUse } from "@wordloom/terminal";
import { type VectorsFormat, vectorChunks, type WordVectors } from "@wordloom/vectors";
import { replaceFiles, writeVectors } from "@wordloom/vectors/node";
import { model2Vec, model2VecNames } from "../model2vec/model2vec-files.js";
import { type Destination, STDOUT } from "./destination.js";
import type { Numbers, Target } from "./targets.js";

/** The files that were written. */
export interface Written {
  readonly format: Target;
  readonly paths: readonly string[];
  /** The file to read back. */
  readonly read: string;
  /** How to read it back. */
  readonly reading: { readonly format?: VectorsFormat; readonly limit?: number };
  readonly notes: readonly string[];
}

/**
 * Writes vectors to a file, a folder or stdout. If the signal is aborted before all is written, files stay as they were.
 *
 * @throws the reason of the signal if it is aborted
 */
export async function writeConverted(
  { path, format }: Destination,
  vectors: WordVectors,
  numbers: Numbers,
  signal?: AbortSignal,
): Promise<Written> {
  if (format === "model2vec") return writeModel2Vec(path, vectors, numbers, signal);
  if (path === STDOUT) {
    for (const chunk of vectorChunks(vectors, format, { numbers })) {
      if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    }
    return { format, paths: [], read: path, reading: {}, notes: [] };
  }
  const written = await writeVectors(path, vectors, { numbers, format, ...(signal && { signal }) });
  const notes = written.paths.slice(1).map((list) => `The words are in ${list}.`);
  return { ...written, read: path, reading: { format: written.format }, notes };
}

async function writeModel2Vec(
  folder: string,
  vectors: WordVectors,
  numbers: Numbers,
  signal: AbortSignal | undefined,
): Promise<Written> {
  if (numbers === "bf16") throw wrongUse("Model2Vec's layout cannot hold --numbers bf16; use f32, f16 or int8");
  const { files, notes } = model2Vec(vectors, numbers);
  for (const each of [folder, join(folder, "onnx")]) await makeFolder(each);
  const all = Array.from(files, ([name, chunks]) => ({
    path: join(folder, name),
    chunks: untilAborted(chunks, signal),
  }));
  await replaceFiles(all);
  // A file of an earlier conversion does not belong to these vectors.
  for (const name of model2VecNames) if (!files.has(name)) await rm(join(folder, name), { force: true });
  const paths = all.map(({ path }) => path);
  // The last row may be the one that was added for unknown words; it is not read back.
  const reading = { limit: vectors.words.length };
  return { format: "model2vec", paths, read: join(folder, "model.safetensors"), reading, notes };
}

function* untilAborted(chunks: Iterable<Uint8Array>, signal: AbortSignal | undefined): Generator<Uint8Array> {
  for (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return;
    const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
    throw new Error(`cannot make the folder ${path}: ${message}`, { cause: error });
  });
}
