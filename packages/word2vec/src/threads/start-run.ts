import type { Corpus } from "@wordloom/data";
import type { UnigramSampler } from "@wordloom/sampling";
import { usefulThreads } from "../memory/slices.js";
import { startTables } from "../memory/tables.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import type { Settings } from "../options.js";
import { alone } from "./caller-executor.js";
import { whyNoSharedMemory } from "./start-worker.js";
import type { TrainingNote } from "./training-note.js";
import { warmUp } from "./warm-up.js";
import { type Crew, crew } from "./worker-pool.js";

/** A run before its first batch: its tables are filled, and its threads are there. */
export interface Start {
  readonly training: TrainingMemory;
  readonly workers: Crew;
}

/**
 * Starts a run on as many threads as are asked for and of use. Where they can't be had, whatever the reason, one does all of it,
 * the caller's, and the reason is noted: the bits are the same.
 */
export async function start(
  corpus: Corpus,
  sampler: UnigramSampler,
  settings: Settings,
  onNote: (note: TrainingNote) => void = () => {},
): Promise<Start> {
  const threads = Math.min(settings.threads, usefulThreads(settings.dimension));
  if (threads > 1) {
    const found = whyNoSharedMemory() ?? (await together(corpus, sampler, { ...settings, threads }).catch(reasonOf));
    if (typeof found !== "string") return found;
    onNote({ kind: "one-thread", message: `train: one thread, not ${threads}, and the same bits: ${found}` });
  }
  const training = trainingMemory(corpus, sampler, { ...settings, threads: 1 });
  return { training, workers: await alone(training, filling(training, corpus, settings)) };
}

async function together(corpus: Corpus, sampler: UnigramSampler, settings: Settings): Promise<Start> {
  const training = trainingMemory(corpus, sampler, settings);
  return { training, workers: await crew(training, filling(training, corpus, settings), warmUp(settings)) };
}

function filling(training: TrainingMemory, { vocabulary }: Corpus, { dimension, seed }: Settings): () => void {
  return () => startTables(training, vocabulary.words.length, dimension, seed);
}

/** Without the name of the function, which the note has already, and without a loss that there is not. */
function reasonOf(error: unknown): string {
  return String(error)
    .replace(/^\w*Error: /, "")
    .replace(/^train: /, "")
    .replace(/; the run is lost\..*$/, "");
}
