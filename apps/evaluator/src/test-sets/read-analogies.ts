import { basename, relative } from "node:path";
import {
  type AnalogyFormat,
  type AnalogySection,
  analogyFormat,
  type BatsCategory,
  parseAnalogies,
  parseBatsCategory,
  parseMsrAnalogies,
} from "@wordloom/evaluation";
import type { OnNote, ReadingNote } from "@wordloom/vectors";
import { fileText, isFolder } from "./file-text.js";
import { folderFiles, isDocumentName, leftOut, withAdvice } from "./folder-files.js";
import { isProse } from "./is-prose.js";
import { setNames } from "./set-names.js";

/** Analogies under the name of their file or folder: questions in sections, or BATS's categories. */
export type AnalogySet = { readonly name: string } & (
  | { readonly sections: readonly AnalogySection[] }
  | { readonly categories: readonly BatsCategory[] }
);

/** What the lines of files without sections are: four words, or a word and its answers. */
export type AnalogyLines = "questions" | "pairs";

interface AnalogyFile {
  readonly path: string;
  readonly text: string;
  readonly format: AnalogyFormat;
  readonly isEither: boolean;
}

const ENDINGS = [".txt"];
const BATS_NAME = /^[IDEL]\d\d\b/;
const FORMS: Readonly<Record<AnalogyFormat, string>> = {
  sections: "questions in sections",
  questions: "questions without sections",
  pairs: "pairs, as BATS has",
  table: "Microsoft's table",
};

/**
 * One set for each path: a file in whatever form its lines show, or a folder with files of one form, which are the sections
 * or categories of the set.
 *
 * @param lines - what the lines of files without sections are, whatever they look like
 * @throws Error for a file that can't be read, and for a folder with files of several forms
 */
export async function readAnalogies(
  paths: readonly string[],
  lines: AnalogyLines | undefined,
  onNote: OnNote,
): Promise<AnalogySet[]> {
  const names = setNames(paths);
  const sets: AnalogySet[] = [];
  for (const [i, path] of paths.entries()) {
    const files = (await isFolder(path))
      ? await filesInFolder(path, lines, onNote)
      : [await fileOf(path, lines, onNote)];
    sets.push({ name: names[i], ...contentOf(path, files, onNote) });
  }
  return sets;
}

async function fileOf(path: string, lines: AnalogyLines | undefined, onNote: OnNote): Promise<AnalogyFile> {
  const text = await fileText(path, onNote);
  return { path, text, ...formatOf(text, lines) };
}

/** Of a text that is nothing of the kind: a question, so that its first line is named. */
function formatOf(text: string, lines: AnalogyLines | undefined): Pick<AnalogyFile, "format" | "isEither"> {
  const { format, isEither } = analogyFormat(text);
  if (lines !== undefined && format !== "sections" && format !== "table") return { format: lines, isEither: false };
  return { format: format ?? "questions", isEither };
}

async function filesInFolder(folder: string, lines: AnalogyLines | undefined, onNote: OnNote): Promise<AnalogyFile[]> {
  const files: AnalogyFile[] = [];
  const [empty, documents]: string[][] = [[], []];
  for (const path of await folderFiles(folder, ENDINGS, onNote)) {
    const notes: ReadingNote[] = [];
    const file = await fileOf(path, lines, (note) => notes.push(note));
    const isUnknown = analogyFormat(file.text).format === null;
    if (file.text.replace("\ufeff", "").trim() === "") empty.push(relative(folder, path));
    else if (isUnknown && (isDocumentName(basename(path)) || isProse(file.text)))
      documents.push(relative(folder, path));
    else {
      if (isUnknown) refuseUnknown(file);
      files.push(file);
      for (const note of notes) onNote(note);
    }
  }
  const [first] = files;
  if (first === undefined) {
    throw new Error(
      `${folder} is a folder without a test set in it; left out were ${[...empty, ...documents].join(", ")}`,
    );
  }
  if (empty.length > 0) leftOut("empty-files", folder, empty, "nothing in it", onNote);
  if (documents.length > 0) leftOut("documents", folder, documents, "text for people, no questions", onNote);
  const other = files.find(({ format }) => format !== first.format);
  if (other !== undefined) {
    throw new Error(
      `${folder} mixes test sets: ${basename(first.path)} has ${FORMS[first.format]}, ${basename(other.path)} ${FORMS[other.format]}; put them into folders of their own, or name the files`,
    );
  }
  return files;
}

/** Says which line of a file is no question, and what else to do about it. */
function refuseUnknown({ path, text }: AnalogyFile): void {
  try {
    parseAnalogies(text, { source: path, section: basename(path) });
  } catch (error) {
    throw withAdvice(error);
  }
}

/** The sections or categories of files of one form. */
function contentOf(
  path: string,
  files: readonly AnalogyFile[],
  onNote: OnNote,
): { sections: readonly AnalogySection[] } | { categories: readonly BatsCategory[] } {
  const [{ format }] = files;
  const nameOf = (file: AnalogyFile) => basename(file.path).replace(/\.txt$/i, "");
  const count = files.length;
  const either = files.filter(({ isEither }) => isEither).length;
  if (format === "pairs") {
    if (!files.every((file) => BATS_NAME.test(nameOf(file))) || either > 0) {
      const choice = either > 0 ? "; --analogy-lines questions takes them for questions of four words" : "";
      const message = `lines of ${path} were read as pairs, a word and its answers, as BATS has them${choice}`;
      onNote({ kind: "read-as-pairs", message, count });
    }
    return { categories: files.map((file) => parseBatsCategory(file.text, nameOf(file), { source: file.path })) };
  }
  if (format === "questions") {
    const what = count === 1 ? "has no sections and was read as one" : `was read as ${count} sections, one a file`;
    onNote({ kind: "file-is-section", message: `${path} ${what}, called as its file is`, count });
  }
  const sections = files.map((file) => {
    if (format === "table") return parseMsrAnalogies(file.text, { source: file.path });
    return parseAnalogies(file.text, { source: file.path, ...(format === "questions" && { section: nameOf(file) }) });
  });
  return { sections: sections.flat() };
}
