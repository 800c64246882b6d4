import { stat } from "node:fs/promises";

/** @throws Error if `path`, which is to be written, is the file that is read, by whatever name */
export async function refuseSameFile(path: string, read: string): Promise<void> {
  const [to, from] = await Promise.all([path, read].map((each) => stat(each).catch(() => undefined)));
  if (to?.isFile() && to.ino === from?.ino && to.dev === from.dev)
    throw new Error(`${path} is the file that is read; choose another name, so that nothing of it is lost`);
}
