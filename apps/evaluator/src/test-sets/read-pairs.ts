import { basename, relative } from "node:path";
import { type PairColumnNames, parseWordPairs, type WordPair } from "@wordloom/evaluation";
import type { OnNote, ReadingNote } from "@wordloom/vectors";
import { fileText, isFolder } from "./file-text.js";
import { folderFiles, isDocumentName, leftOut, withAdvice } from "./folder-files.js";
import { hasPairs, isProse } from "./is-prose.js";
import { setNames } from "./set-names.js";

/** A set of word pairs, with its name. */
export interface WordPairSet {
  readonly name: string;
  readonly pairs: readonly WordPair[];
}

const ENDINGS = [".txt", ".csv", ".tsv", ".tab"];

/**
 * Reads one set of word pairs for each file. A folder stands for its text files, without debris and documents, which notes
 * count.
 *
 * @param columns - the columns of the words and the score; undefined to find them out
 * @throws Error if a file cannot be read as word pairs
 */
export async function readPairs(
  paths: readonly string[],
  columns: PairColumnNames | undefined,
  onNote: OnNote,
): Promise<WordPairSet[]> {
  const found: { path: string; pairs: WordPair[] }[] = [];
  for (const path of paths) {
    if (await isFolder(path)) found.push(...(await pairsInFolder(path, columns, onNote)));
    else found.push({ path, pairs: parseWordPairs(await fileText(path, onNote), parseOptions(path, columns, onNote)) });
  }
  const names = setNames(found.map(({ path }) => path));
  return found.map(({ pairs }, i) => ({ name: names[i], pairs }));
}

function parseOptions(source: string, columns: PairColumnNames | undefined, onNote: OnNote) {
  return { source, onNote, ...(columns !== undefined && { columns }) };
}

async function pairsInFolder(
  folder: string,
  columns: PairColumnNames | undefined,
  onNote: OnNote,
): Promise<{ path: string; pairs: WordPair[] }[]> {
  const found: { path: string; pairs: WordPair[] }[] = [];
  const [empty, documents]: string[][] = [[], []];
  for (const path of await folderFiles(folder, ENDINGS, onNote)) {
    const notes: ReadingNote[] = [];
    const text = await fileText(path, (note) => notes.push(note));
    if (text.replace("\ufeff", "").trim() === "") {
      empty.push(relative(folder, path));
      continue;
    }
    try {
      found.push({
        path,
        pairs: parseWordPairs(
          text,
          parseOptions(path, columns, (note) => notes.push(note)),
        ),
      });
    } catch (error) {
      if (!isDocumentName(basename(path)) && !isProse(text)) throw hasPairs(text) ? error : withAdvice(error);
      documents.push(relative(folder, path));
      continue;
    }
    for (const note of notes) onNote(note);
  }
  if (found.length === 0) {
    throw new Error(`${folder} is a folder without a test set; left out: ${[...empty, ...documents].join(", ")}`);
  }
  if (empty.length > 0) leftOut("empty-files", folder, empty, "empty", onNote);
  if (documents.length > 0) leftOut("documents", folder, documents, "documents, not pairs", onNote);
  return found;
}
