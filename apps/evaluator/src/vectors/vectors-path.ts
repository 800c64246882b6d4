import { stat } from "node:fs/promises";
import { join } from "node:path";
import { usualVectorsFiles } from "@wordloom/vectors/node";

/**
 * Finds the vectors file that a path stands for: the path itself, the file with the first usual name in a folder, or stdin for
 * `-`.
 *
 * @throws Error if a folder has no such file
 */
export async function vectorsPath(path: string): Promise<string> {
  if (path === "-") return "/dev/stdin";
  if (!(await isOf(path, "folder"))) return path;
  for (const name of usualVectorsFiles) {
    if (await isOf(join(path, name), "file")) return join(path, name);
  }
  throw new Error(
    `${path} is a folder without ${usualVectorsFiles.slice(0, -1).join(", ")} or ${usualVectorsFiles.at(-1)}`,
  );
}

async function isOf(path: string, kind: "folder" | "file"): Promise<boolean> {
  // If there is nothing at the path, reading reports it.
  const found = await stat(path).catch(() => undefined);
  return kind === "folder" ? found?.isDirectory() === true : found?.isFile() === true;
}
