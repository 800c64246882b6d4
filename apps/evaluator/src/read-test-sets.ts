import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { getSystemErrorMap } from "node:util";
import {
  type AnalogySection,
  type BatsCategory,
  parseAnalogies,
  parseBatsCategory,
  parseMsrAnalogies,
  parseWordPairs,
  type WordPair,
} from "@wordloom/evaluation";

/** Analogies under the name of their file or folder: questions in sections, or BATS's categories. */
export type AnalogySet = { readonly name: string } & (
  | { readonly sections: readonly AnalogySection[] }
  | { readonly categories: readonly BatsCategory[] }
);

export interface WordPairSet {
  readonly name: string;
  readonly pairs: readonly WordPair[];
}

/**
 * One set for each path: a file in Google's format or Microsoft's, known by its first line, or a folder with the files of
 * the Bigger Analogy Test Set, in whatever folders below it.
 */
export async function readAnalogySets(paths: readonly string[]): Promise<AnalogySet[]> {
  const names = setNames(paths);
  return Promise.all(
    paths.map(async (path, i) => {
      if (await isFolder(path)) return { name: names[i], categories: await readCategories(path) };
      const content = await text(path);
      const isMsr = /^[^\n]*\bword1\b[^\n]*\btarget\b/.test(content);
      const sections = (isMsr ? parseMsrAnalogies : parseAnalogies)(content, { source: path });
      return { name: names[i], sections };
    }),
  );
}

/** One set for each file; a folder stands for the text files in it. */
export async function readPairs(paths: readonly string[]): Promise<WordPairSet[]> {
  const files = await Promise.all(
    paths.map(async (path) => ((await isFolder(path)) ? filesIn(path, /\.(txt|csv|tsv|tab)$/i) : [path])),
  );
  const all = files.flat();
  const names = setNames(all);
  return Promise.all(
    all.map(async (path, i) => ({ name: names[i], pairs: parseWordPairs(await text(path), { source: path }) })),
  );
}

async function readCategories(folder: string): Promise<BatsCategory[]> {
  const files = await filesIn(folder, /\.txt$/i);
  return Promise.all(
    files.map(async (path) => parseBatsCategory(await text(path), basename(path).slice(0, -4), { source: path })),
  );
}

/** The files of a folder and of those below it, by their names. */
async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    throw readError(folder, error);
  });
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  if (files.length === 0) throw new Error(`${folder} is a folder without a test set in it`);
  const byName = files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName.map(({ parentPath, name: file }) => join(parentPath, file));
}

/** The last part of each path, or all of it where another ends in the same. */
function setNames(paths: readonly string[]): string[] {
  const ends = paths.map((path) => basename(resolve(path)));
  return paths.map((path, i) => (ends.filter((end) => end === ends[i]).length > 1 ? path : ends[i]));
}

async function isFolder(path: string): Promise<boolean> {
  // Whoever opens the file will say what is wrong with it.
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

async function text(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error) => {
    throw readError(path, error);
  });
}

function readError(path: string, error: NodeJS.ErrnoException): Error {
  const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
  return new Error(`cannot read ${path}: ${message}`, { cause: error });
}
