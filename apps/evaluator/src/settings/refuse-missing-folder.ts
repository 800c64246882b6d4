import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Checks, before the work, that the folder of a file exists.
 *
 * @throws Error if it does not
 */
export async function refuseMissingFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`cannot write ${path}: there is no folder ${folder}`);
}
