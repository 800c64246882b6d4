import { stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The vectors file that a path stands for: itself, or in a folder, such as one run's, `vectors.bin` or else
 * `vectors.txt`.
 *
 * @throws Error for a folder without either
 */
export async function vectorsPath(path: string): Promise<string> {
  if (!(await isOf(path, "folder"))) return path;
  for (const name of ["vectors.bin", "vectors.txt"]) {
    if (await isOf(join(path, name), "file")) return join(path, name);
  }
  throw new Error(`${path} is a folder without vectors.bin or vectors.txt; is it a run's?`);
}

async function isOf(path: string, kind: "folder" | "file"): Promise<boolean> {
  // Whoever opens the file will say what is wrong with it.
  const found = await stat(path).catch(() => undefined);
  return kind === "folder" ? found?.isDirectory() === true : found?.isFile() === true;
}
