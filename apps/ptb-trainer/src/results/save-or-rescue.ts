import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorMessage } from "@wordloom/terminal";
import type { TrainOptions } from "../settings/train-options.js";
import { inRunFolder } from "./run-folder.js";
import { type SavedRun, saveRun } from "./save-run.js";

/**
 * Saves a run in its folder; where that fails, because the disk is full by now, say, in a new folder elsewhere, so that hours
 * of training are not lost. What a former run left in its folder stays as it is then.
 *
 * @param elsewhere - the folder in which that one is made
 * @throws Error if the run is not in its own folder, saying where it is, or that it is lost
 */
export async function saveOrRescue(
  folder: string,
  format: TrainOptions["format"],
  saved: SavedRun,
  elsewhere: string,
): Promise<void> {
  try {
    await inRunFolder(folder, () => saveRun(folder, format, saved));
  } catch (error) {
    throw new Error(`${errorMessage(error)}; ${await rescue(format, saved, elsewhere)}`, { cause: error });
  }
}

/** Says what came of it. */
async function rescue(format: TrainOptions["format"], saved: SavedRun, elsewhere: string): Promise<string> {
  let refuge: string | undefined;
  try {
    refuge = await mkdtemp(join(elsewhere, "ptb-trainer-"));
    await saveRun(refuge, format, saved);
    return `the whole run is saved in ${refuge} instead`;
  } catch (error) {
    if (refuge !== undefined) await rm(refuge, { recursive: true, force: true });
    const again = "where there is room, the same command trains the same vectors again";
    return `nor can it be saved in ${elsewhere} (${errorMessage(error)}), so this run is lost; ${again}`;
  }
}
