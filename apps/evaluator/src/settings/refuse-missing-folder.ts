import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** @throws Error if a file can't be written at `path`, since its folder is not there: to be asked before the work */
export async function refuseMissingFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`cannot write ${path}: there is no folder ${folder}`);
}
