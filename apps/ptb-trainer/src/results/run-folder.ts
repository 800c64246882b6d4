import { access, constants, mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Sees that a run's folder can be made and written, before hours are spent on what should go there, and leaves the disk as it
 * was: whatever ends the run before there is something to keep, no empty folder stays behind.
 *
 * @throws Error naming the folder
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
 * Makes a run's folder, and lets something be written into it. Where that fails, the folders made for it go, unless something
 * is in them. What a former run left in the folder stays until new files take its place.
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
 * `mkdir -p`. Node's own never returns where a parent that exists says that it does not, as /proc does.
 *
 * @param made - receives the folders that were made, outermost first
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
    // Another run, which starts at this moment, may have made the parent, or taken it away.
    if (code !== "ENOENT" || (isParentThere && tries === 0)) throw error;
    if (!isParentThere) await makeFolder(parent, made, tries);
    if (tries === 0) throw error;
    await makeFolder(path, made, tries - 1);
  }
}

async function removeFolders(made: readonly string[]): Promise<void> {
  // Only empty ones go; what else is in one by now is not ours.
  for (const folder of made.toReversed()) await rmdir(folder).catch(() => {});
}
