import { stat } from "node:fs/promises";
import { join } from "node:path";

/** What a run's folder holds, and what a model's. */
const NAMES = ["vectors.bin", "vectors.txt", "vectors.safetensors", "vectors.npy", "model.safetensors"];

/**
 * The vectors file that a path stands for: itself, the first of the usual names that a folder has, or stdin for `-`.
 *
 * @throws Error for a folder without any
 */
export async function vectorsPath(path: string): Promise<string> {
  if (path === "-") return "/dev/stdin";
  if (!(await isOf(path, "folder"))) return path;
  for (const name of NAMES) {
    if (await isOf(join(path, name), "file")) return join(path, name);
  }
  throw new Error(`${path} is a folder without ${NAMES.slice(0, -1).join(", ")} or ${NAMES.at(-1)}`);
}

async function isOf(path: string, kind: "folder" | "file"): Promise<boolean> {
  // Whoever opens the file will say what is wrong with it.
  const found = await stat(path).catch(() => undefined);
  return kind === "folder" ? found?.isDirectory() === true : found?.isFile() === true;
}
