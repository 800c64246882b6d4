import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { OnNote } from "@wordloom/data";
import { isDebris, PTB_FILES, textFilesIn } from "@wordloom/data/node";
import { counted, wrongUse } from "@wordloom/terminal";

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

/** The texts that a user has named: a folder with the Penn Treebank, or files. */
export type TextSources =
  | { readonly kind: "ptb"; readonly directory: string }
  | {
      readonly kind: "files";
      /** What messages call the text. */
      readonly name: string;
      /** The path that was named, if it is only one and not standard input. */
      readonly path?: string;
      /** In the order in which they are read; `-` is standard input. */
      readonly files: readonly string[];
    };

/**
 * Finds the texts that names on the command line stand for: files, pipes, all files of a folder, standard input for `-`, or the
 * Penn Treebank for a folder that has a file of it.
 *
 * @param onNote - receives what is left out, and what is named twice
 * @throws CommanderError if standard input is named twice, or the Penn Treebank is not the only name
 * @throws Error if there is no text file
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
        `${name} is a Penn Treebank, which must be named alone; to train on one of its files, name ${join(name, PTB_FILES[0].name)}`,
      );
    } else files.push(...(await textFilesIn(name, { onNote })));
  }
  if (debris.length > 0) {
    onNote({
      kind: "debris",
      message: `left out because they are not text: ${debris.join(", ")}`,
      count: debris.length,
    });
  }
  if (files.length === 0)
    throw new Error(`there is no text among ${debris.join(", ")}; a file that is named alone is read`);
  const again = files.filter((file, i) => files.indexOf(file) < i);
  if (again.length > 0) {
    onNote({
      kind: "named-again",
      message: `named more than once, and read each time: ${again.join(", ")}`,
      count: again.length,
    });
  }
  if (names.length > 1) return { kind: "files", name: `${files.length} files`, files };
  if (first === STANDARD_INPUT) return { kind: "files", name: "standard input", files };
  const name = basename(resolve(first));
  return { kind: "files", name: isFolder[0] ? `${name}, ${counted(files.length, "file")}` : name, path: first, files };
}

/** Whether a folder has any of the three files. If it lacks another, reading reports an error. */
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
