import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { OnNote } from "@wordloom/data";
import { isDebris, PTB_FILES, textFilesIn } from "@wordloom/data/node";
import { counted, wrongUse } from "@wordloom/terminal";

/** What `-` stands for. */
export const STANDARD_INPUT = "-";

/** The texts that a user names. */
export type TextSources =
  | { readonly kind: "ptb"; readonly directory: string }
  | {
      readonly kind: "files";
      /** For people. */
      readonly name: string;
      /** What was named, if it is one thing on the disk. */
      readonly path?: string;
      /** In the order in which they are read; `-` is standard input. */
      readonly files: readonly string[];
    };

/**
 * What names on the command line stand for: files, pipes, folders with all files in them, `-`, or a folder with the Penn
 * Treebank, which has to stand alone.
 *
 * @throws CommanderError if standard input is named twice, or the Penn Treebank among others
 * @throws Error if a folder has no text
 */
export async function textSources(names: readonly string[], onNote: OnNote): Promise<TextSources> {
  const [first] = names;
  const isFolder = await Promise.all(names.map(isDirectory));
  if (names.length === 1 && isFolder[0] && (await isPtb(first))) return { kind: "ptb", directory: first };
  if (names.filter((name) => name === STANDARD_INPUT).length > 1) {
    throw wrongUse("- stands for standard input, which can be read only once; name it once");
  }

  const files: string[] = [];
  const debris: string[] = [];
  for (const [i, name] of names.entries()) {
    if (names.length > 1 && isDebris(basename(name))) debris.push(name);
    else if (!isFolder[i]) files.push(name);
    else if (await isPtb(name)) {
      throw wrongUse(
        `${name} is a Penn Treebank, which has to stand alone; of its files, name ${join(name, PTB_FILES[0].name)}`,
      );
    } else files.push(...(await textFilesIn(name, { onNote })));
  }
  if (debris.length > 0) {
    onNote({ kind: "debris", message: `left out as no text: ${debris.join(", ")}`, count: debris.length });
  }
  if (files.length === 0) throw new Error(`there is no text among ${debris.join(", ")}; name it alone to have it read`);
  const again = files.filter((file, i) => files.indexOf(file) < i);
  if (again.length > 0) {
    onNote({
      kind: "named-again",
      message: `named more than once, and read as often: ${again.join(", ")}`,
      count: again.length,
    });
  }
  if (names.length > 1) return { kind: "files", name: `${files.length} files`, files };
  if (first === STANDARD_INPUT) return { kind: "files", name: "standard input", files };
  const name = basename(resolve(first));
  return { kind: "files", name: isFolder[0] ? `${name}, ${counted(files.length, "file")}` : name, path: first, files };
}

/** Whether a folder has any of the three files: what it lacks is then worth an error. */
async function isPtb(folder: string): Promise<boolean> {
  const found = await Promise.all(PTB_FILES.map(({ name }) => stat(join(folder, name)).catch(() => undefined)));
  return found.some((each) => each !== undefined);
}

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
