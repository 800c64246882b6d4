import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { type Corpus, type CorpusOptions, type OnReadingProgress, readCorpora, readCorpus } from "@wordloom/data";
import { textChunks } from "@wordloom/data/node";
import { STANDARD_INPUT } from "./text-sources.js";

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly bytes: number;
  /** What `sha256sum` prints for the file. */
  readonly sha256: string;
}

/** The corpus of several files. */
export interface ReadTexts {
  readonly corpus: Corpus;
  readonly files: readonly ReadFile[];
  /** What `cat FILES | sha256sum` prints. */
  readonly sha256: string;
}

/** How files are read. */
export interface ReadTextsOptions extends Pick<CorpusOptions, "lineEnd" | "onNote"> {
  readonly onProgress: OnReadingProgress;
}

/**
 * Reads text files, pipes and standard input, one after the other. Each is read only once; its SHA-256 is computed at the same
 * time.
 *
 * @throws Error if a file cannot be read or is not text
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

/** Adds up the sizes of files. Undefined if one is a pipe, whose length nobody knows, or is missing, which reading reports. */
async function bytesIn(paths: readonly string[]): Promise<number | undefined> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  if (!found.every((each) => each?.isFile() === true)) return undefined;
  return found.reduce((sum, each) => sum + (each?.size ?? 0), 0);
}
