import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { type Corpus, type CorpusOptions, type OnReadingProgress, readCorpora, readCorpus } from "@wordloom/data";
import { textChunks } from "@wordloom/data/node";
import { STANDARD_INPUT } from "./text-sources.js";

/** A file that was read, as it lies there. */
export interface ReadFile {
  readonly path: string;
  readonly bytes: number;
  /** What `sha256sum` prints for it. */
  readonly sha256: string;
}

export interface ReadTexts {
  readonly corpus: Corpus;
  readonly files: readonly ReadFile[];
  /** What `cat FILES | sha256sum` prints. */
  readonly sha256: string;
}

export interface ReadTextsOptions extends Pick<CorpusOptions, "lineEnd" | "onNote"> {
  readonly onProgress: OnReadingProgress;
}

/**
 * Reads text files, pipes and standard input, one after the other, each only once: they are hashed on the way.
 *
 * @throws Error as `textChunks` and `readCorpora` do
 */
export async function readTexts(
  paths: readonly string[],
  { onProgress, ...options }: ReadTextsOptions,
): Promise<ReadTexts> {
  const totalBytes = await bytesIn(paths);
  const all = createHash("sha256");
  const files: ReadFile[] = [];
  let bytesBefore = 0;
  async function* chunksOf(path: string, source: string): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    let bytes = 0;
    const onBytes = (chunk: Uint8Array): void => {
      bytes += chunk.length;
      all.update(chunk);
      hash.update(chunk);
      onProgress({ source, bytes: bytesBefore + bytes, ...(totalBytes === undefined ? {} : { totalBytes }) });
    };
    yield* textChunks(path === STANDARD_INPUT ? process.stdin : path, { source, onBytes });
    bytesBefore += bytes;
    files.push({ path, bytes, sha256: hash.digest("hex") });
  }
  const texts = paths.map((path) => {
    const source = path === STANDARD_INPUT ? "standard input" : path;
    return { source, chunks: chunksOf(path, source) };
  });
  const [{ source, chunks }] = texts;
  const corpus =
    texts.length === 1 ? await readCorpus(chunks, { ...options, source }) : await readCorpora(texts, options);
  return { corpus, files, sha256: all.digest("hex") };
}

/** Undefined where one is no file: a pipe does not say how much will come. What is missing is for reading to say. */
async function bytesIn(paths: readonly string[]): Promise<number | undefined> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  if (!found.every((each) => each?.isFile() === true)) return undefined;
  return found.reduce((sum, each) => sum + (each?.size ?? 0), 0);
}
