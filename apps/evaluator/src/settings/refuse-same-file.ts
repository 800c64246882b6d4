import { stat } from "node:fs/promises";

/**
 * Checks that a file that will be written is not the file that is read, under whatever name.
 *
 * @throws Error if it is
 */
export async function refuseSameFile(path: string, read: string): Promise<void> {
  const [to, from] = await Promise.all([path, read].map((each) => stat(each).catch(() => undefined)));
  if (to?.isFile() && to.ino === from?.ino && to.dev === from.dev)
    throw new Error(`${path} is the file that is read; choose another name, so that it is not lost`);
}
