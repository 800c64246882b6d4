import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorMessage, wrongUse } from "@wordloom/terminal";
import type { VectorsFormat } from "@wordloom/vectors";
import { formatOfPath } from "@wordloom/vectors/node";
import { refuseSameFile } from "../settings/refuse-same-file.js";
import { TARGETS_OF_SEVERAL_FILES, type Target } from "./targets.js";

/** Where vectors go. */
export interface Destination {
  readonly path: string;
  readonly format: Target;
  /** A pipe or a device keeps nothing that could be read back. */
  readonly isKept: boolean;
}

/** What stands for stdout. */
export const STDOUT = "-";

/**
 * Looks at where vectors are to go before they are read, which may take long.
 *
 * @param file - the file with the vectors
 * @throws Error for a place that would cost what is there
 */
export async function destinationOf(file: string, path: string, to: Target | undefined): Promise<Destination> {
  if (path === STDOUT) {
    if (to === undefined) throw wrongUse("- for stdout needs --to: it has no ending that says the format");
    if (TARGETS_OF_SEVERAL_FILES.includes(to)) throw wrongUse(`${to} is more than one file, and stdout takes one`);
    return { path, format: to, isKept: false };
  }
  if (to === "model2vec" || (to === undefined && /[/\\]$/.test(path))) {
    await checkModelFolder(path, file);
    return { path, format: "model2vec", isKept: true };
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new Error(`${path} is a folder; name a file in it, or say --to model2vec for a model there`);
  }
  const format = formatOf(path, to);
  await refuseSameFile(path, file);
  const isKept = found === undefined || found.isFile();
  if (!isKept && TARGETS_OF_SEVERAL_FILES.includes(format))
    throw new Error(`${format} is more than one file, and ${path} is none`);
  return { path, format, isKept };
}

function formatOf(path: string, to: VectorsFormat | undefined): VectorsFormat {
  try {
    return formatOfPath(path, to, "say --to");
  } catch (error) {
    throw wrongUse(errorMessage(error));
  }
}

/** Its files have names that others have, too: a run's folder has a `config.json`. */
async function checkModelFolder(folder: string, file: string): Promise<void> {
  await refuseSameFile(join(folder, "model.safetensors"), file);
  const config = await readFile(join(folder, "config.json"), "utf8").catch(() => undefined);
  if (config === undefined || /"model_type":\s*"model2vec"/.test(config)) return;
  throw new Error(`${join(folder, "config.json")} belongs to something else; choose another folder`);
}
