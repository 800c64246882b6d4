import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorMessage } from "@wordloom/terminal";
import type { TrainOptions } from "../settings/train-options.js";
import { inRunFolder } from "./run-folder.js";
import { type SavedRun, saveRun } from "./save-run.js";

/**
 * Saves a run in its folder. If that fails, for example because the disk is full, saves it in a new folder elsewhere, so hours
 * of training are not lost. The files of a former run then stay as they are.
 *
 * @param elsewhere - where to make the new folder
 * @throws Error if the run is not in its own folder; it says where the run is, or that it is lost
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

/** Saves a run elsewhere, and says whether it could. */
async function rescue(format: TrainOptions["format"], saved: SavedRun, elsewhere: string): Promise<string> {
  let refuge: string | undefined;
  try {
    refuge = await mkdtemp(join(elsewhere, "ptb-trainer-"));
    await saveRun(refuge, format, saved);
    return `the whole run is saved in ${refuge} instead`;
  } catch (error) {
    if (refuge !== undefined) await rm(refuge, { recursive: true, force: true });
    const again = "the same command trains the same vectors again, once there is room";
    return `it cannot be saved in ${elsewhere} either (${errorMessage(error)}), so this run is lost; ${again}`;
  }
}
