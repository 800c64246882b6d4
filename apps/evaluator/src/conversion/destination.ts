import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorMessage, wrongUse } from "@wordloom/terminal";
import type { VectorsFormat } from "@wordloom/vectors";
import { formatOfPath } from "@wordloom/vectors/node";
import { refuseSameFile } from "../settings/refuse-same-file.js";
import { TARGETS_OF_SEVERAL_FILES, type Target } from "./targets.js";

/** Where vectors are written. */
export interface Destination {
  readonly path: string;
  readonly format: Target;
  /** Whether it can be read back: false for a pipe or a device. */
  readonly isKept: boolean;
}

/** The path that stands for stdout. */
export const STDOUT = "-";

/**
 * Checks where vectors will be written, before they are read, which may take long.
 *
 * @param file - the file with the vectors
 * @throws CommanderError if the command line does not say the format
 * @throws Error if writing there would destroy other files
 */
export async function destinationOf(file: string, path: string, to: Target | undefined): Promise<Destination> {
  if (path === STDOUT) {
    if (to === undefined) throw wrongUse("- for stdout needs --to: no ending says the format");
    if (TARGETS_OF_SEVERAL_FILES.includes(to))
      throw wrongUse(`${to} writes more than one file, and stdout takes only one`);
    return { path, format: to, isKept: false };
  }
  if (to === "model2vec" || (to === undefined && /[/\\]$/.test(path))) {
    await checkModelFolder(path, file);
    return { path, format: "model2vec", isKept: true };
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new Error(`${path} is a folder; name a file in it, or use --to model2vec for a model there`);
  }
  const format = formatOf(path, to);
  await refuseSameFile(path, file);
  const isKept = found === undefined || found.isFile();
  if (!isKept && TARGETS_OF_SEVERAL_FILES.includes(format))
    throw new Error(`${format} writes more than one file, and ${path} is not a file`);
  return { path, format, isKept };
}

function formatOf(path: string, to: VectorsFormat | undefined): VectorsFormat {
  try {
    return formatOfPath(path, to, "use --to");
  } catch (error) {
    throw wrongUse(errorMessage(error));
  }
}

/** Refuses a folder with somebody else's `config.json`, such as the folder of a run. */
async function checkModelFolder(folder: string, file: string): Promise<void> {
  await refuseSameFile(join(folder, "model.safetensors"), file);
  const config = await readFile(join(folder, "config.json"), "utf8").catch(() => undefined);
  if (config === undefined || /"model_type":\s*"model2vec"/.test(config)) return;
  throw new Error(`${join(folder, "config.json")} is not from a model2vec model; choose another folder`);
}
