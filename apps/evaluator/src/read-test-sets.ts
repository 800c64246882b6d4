import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { getSystemErrorMap } from "node:util";
import { type AnalogySection, parseAnalogies, parseWordPairs, type WordPair } from "@wordloom/evaluation";

export interface WordPairSet {
  readonly name: string;
  readonly pairs: readonly WordPair[];
}

/** The sections of all files, one file after the other. */
export async function readAnalogies(paths: readonly string[]): Promise<AnalogySection[]> {
  const files = await Promise.all(paths.map(async (path) => parseAnalogies(await text(path), { source: path })));
  return files.flat();
}

/** One set for each file. */
export async function readPairs(paths: readonly string[]): Promise<WordPairSet[]> {
  return Promise.all(
    paths.map(async (path) => ({ name: basename(path), pairs: parseWordPairs(await text(path), { source: path }) })),
  );
}

async function text(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
    throw new Error(`cannot read ${path}: ${message}`, { cause: error });
  });
}
