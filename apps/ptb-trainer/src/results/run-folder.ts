import { access, constants, mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Checks that a run's folder can be made and written, before hours of training. Leaves the disk as it was, so a run that fails
 * early leaves no empty folder.
 *
 * @throws Error with the name of the folder if it cannot be written
 */
export async function checkRunFolder(folder: string): Promise<void> {
  const made: string[] = [];
  try {
    await makeFolder(folder, made);
    await access(folder, constants.W_OK);
    const trial = join(folder, `.${process.pid}.tmp`);
    await writeFile(trial, "");
    await rm(trial);
  } catch (error) {
    throw new Error(`the folder ${folder} can't be written: ${(error as Error).message}; is --out right?`);
  } finally {
    await removeFolders(made);
  }
}

/**
 * Makes a run's folder and writes into it. If writing fails, the folders that were made are removed, unless something is in
 * them. The files of a former run stay until new files replace them.
 *
 * @throws Error if the folder cannot be made, and what `write` throws
 */
export async function inRunFolder(folder: string, write: () => Promise<void>): Promise<void> {
  const made: string[] = [];
  try {
    await makeFolder(folder, made);
    await write();
  } catch (error) {
    await removeFolders(made);
    throw error;
  }
}

/**
 * Makes a folder and its parents, as `mkdir -p` does. Node's own never returns in /proc, where a parent that exists says that
 * it does not.
 *
 * @param made - receives the folders that were made, the outermost first
 */
async function makeFolder(path: string, made: string[], tries = 5): Promise<void> {
  try {
    await mkdir(path);
    made.push(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    const parent = dirname(path);
    const isParentThere = await access(parent).then(
      () => true,
      () => false,
    );
    // Another run that starts at this moment may have made the parent, or removed it.
    if (code !== "ENOENT" || (isParentThere && tries === 0)) throw error;
    if (!isParentThere) await makeFolder(parent, made, tries);
    if (tries === 0) throw error;
    await makeFolder(path, made, tries - 1);
  }
}

async function removeFolders(made: readonly string[]): Promise<void> {
  // `rmdir` removes only empty folders: other files in them are not ours.
  for (const folder of made.toReversed()) await rmdir(folder).catch(() => {});
}
