import { stat } from "node:fs/promises";
import { checkOptions, isList, requireArgument } from "@wordloom/arguments";
import type { Corpus } from "../corpus/corpus.js";
import { type ReadCorpusOptions, readCorpora, readCorpus } from "../corpus/read-corpus.js";
import { textChunks } from "./text-chunks.js";

/**
 * Reads a corpus from a text file in UTF-8, or from several, one after the other. A file that is compressed with gzip or zstd
 * is known by its first bytes, whatever its name. `onProgress` counts bytes as they lie in the files.
 *
 * @param paths - the files; those of a folder are `await textFilesIn(folder)`
 * @throws Error if a file is missing, a directory, not to be read, damaged as gzip or zstd, or not UTF-8, or if none has words.
 * Of another format that is known, the message has the name
 * @throws TypeError if `paths` is something else, or an option does not exist
 */
export async function readTextCorpus(
  paths: string | readonly string[],
  options: Omit<ReadCorpusOptions, "source"> = {},
): Promise<Corpus> {
  checkOptions("readTextCorpus", options, { lineEnd: true, onNote: true, onProgress: true });
  const { onProgress, ...reading } = options;
  requireArgument("readTextCorpus", typeof paths === "string" || isList(paths), "the path is", paths, A_PATH);
  const all = typeof paths === "string" ? [paths] : paths;
  if (all.length === 0) throw new Error("readTextCorpus: the list of paths is empty; there is no text to read");
  for (const path of all) requireArgument("readTextCorpus", typeof path === "string", "a path is", path, A_PATH);
  const totalBytes = onProgress === undefined ? undefined : await bytesIn(all);
  const total = totalBytes === undefined ? {} : { totalBytes };
  let bytes = 0;
  const texts = all.map((source) => {
    const onBytes = (chunk: Uint8Array): void => {
      bytes += chunk.length;
      onProgress?.({ source, bytes, ...total });
    };
    return { source, chunks: textChunks(source, onProgress === undefined ? {} : { onBytes }) };
  });
  const [first] = texts;
  return texts.length === 1
    ? readCorpus(first.chunks, { ...reading, source: first.source })
    : readCorpora(texts, reading);
}

const A_PATH = "it is a string, or a list of strings; fileURLToPath of node:url makes one of a file's URL";

/** Undefined where one is no file: a pipe does not say how much will come. What is missing is for reading to say. */
async function bytesIn(paths: readonly string[]): Promise<number | undefined> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  if (!found.every((each) => each?.isFile() === true)) return undefined;
  return found.reduce((sum, each) => sum + (each?.size ?? 0), 0);
}
