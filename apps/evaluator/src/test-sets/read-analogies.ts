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

/** The analogies of one file or folder, with its name: questions in sections, or the categories of BATS. */
export type AnalogySet = { readonly name: string } & (
  | { readonly sections: readonly AnalogySection[] }
  | { readonly categories: readonly BatsCategory[] }
);

/** The kind of lines in files without sections: questions of four words, or pairs of a word and its answers. */
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
 * Reads one set of analogies for each path. The lines of a file show its form. The files of a folder, all of one form, become
 * the sections or the categories of one set.
 *
 * @param lines - the kind of lines in files without sections; undefined to find it out
 * @throws Error if a file cannot be read, or the files of a folder have several forms
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

/** The form of a text. An unknown form counts as questions, so the error names its first line. */
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
    throw new Error(`${folder} is a folder without a test set; left out: ${[...empty, ...documents].join(", ")}`);
  }
  if (empty.length > 0) leftOut("empty-files", folder, empty, "empty", onNote);
  if (documents.length > 0) leftOut("documents", folder, documents, "documents, not questions", onNote);
  const other = files.find(({ format }) => format !== first.format);
  if (other !== undefined) {
    throw new Error(
      `${folder} mixes test sets: ${basename(first.path)} has ${FORMS[first.format]}, ${basename(other.path)} ${FORMS[other.format]}; put them into separate folders, or name the files`,
    );
  }
  return files;
}

/** Refuses a file of a folder: says which line is not a question, and how to leave the file out. */
function refuseUnknown({ path, text }: AnalogyFile): void {
  try {
    parseAnalogies(text, { source: path, section: basename(path) });
  } catch (error) {
    throw withAdvice(error);
  }
}

/** Makes the sections or the categories of files of one form. */
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
      const choice = either > 0 ? "; --analogy-lines questions reads them as questions of four words" : "";
      const message = `lines of ${path} were read as pairs of a word and its answers, as in BATS${choice}`;
      onNote({ kind: "read-as-pairs", message, count });
    }
    return { categories: files.map((file) => parseBatsCategory(file.text, nameOf(file), { source: file.path })) };
  }
  if (format === "questions") {
    const what =
      count === 1 ? "has no sections and was read as one" : `was read as ${count} sections, one for each file`;
    onNote({ kind: "file-is-section", message: `${path} ${what}, with the name of the file`, count });
  }
  const sections = files.map((file) => {
    if (format === "table") return parseMsrAnalogies(file.text, { source: file.path });
    return parseAnalogies(file.text, { source: file.path, ...(format === "questions" && { section: nameOf(file) }) });
  });
  return { sections: sections.flat() };
}
