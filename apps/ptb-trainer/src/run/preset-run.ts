import { randomFromSeed } from "@wordloom/random";
import type { Settings } from "../settings/settings.js";
import { engineRun } from "./engine-run.js";
import { layersRun } from "./layers-run.js";
import type { Observer, RunText, TrainingRun } from "./training-run.js";

/** Trains as the preset says: `fast` with the engine, `book` with the layers. */
export function presetRun(
  text: RunText,
  settings: Settings,
  threads: number,
  signal: AbortSignal,
  observer: Observer,
): Promise<TrainingRun> {
  if (settings.preset === "fast") return engineRun(text, settings, threads, signal, observer);
  return layersRun(text, settings, randomFromSeed(settings.seed), signal, observer);
}
