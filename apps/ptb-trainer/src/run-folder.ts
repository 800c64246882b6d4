import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Makes a run's folder and sees that it can be written, before hours are spent on what should go there. What a
 * former run left in it stays until the new files take its place.
 *
 * @throws Error naming the folder
 */
export async function prepareRunFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    const trial = join(folder, `.${process.pid}.tmp`);
    await writeFile(trial, "");
    await rm(trial);
  } catch (error) {
    throw new Error(`the folder ${folder} can't be written: ${(error as Error).message}; is --out right?`);
  }
}

/** `mkdir -p`. Node's own never returns where a parent that exists says that it does not, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    const parent = dirname(path);
    const isParentThere = await access(parent).then(
      () => true,
      () => false,
    );
    if (code !== "ENOENT" || isParentThere) throw error;
    await makeFolder(parent);
    await mkdir(path);
  }
}
