import type { Corpus } from "@wordloom/data";
import type { UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "../arguments/settings.js";
import { startTables } from "../memory/stored-tables.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import { callerExecutor } from "./caller-executor.js";
import type { Executor } from "./executor.js";
import type { TrainingNote } from "./training-note.js";
import { warmUp } from "./warm-up.js";
import { whyNoSharedMemory } from "./why-no-shared-memory.js";
import { workerPool } from "./worker-pool.js";

/** A run before its first batch: its tables are filled, and its threads are ready. */
export interface StartedRun {
  readonly training: TrainingMemory;
  readonly executor: Executor;
}

/**
 * Starts a run on as many threads as are asked for and of use. Where they can't be had, whatever the reason, the caller's
 * thread does all of the work, and `onNote` is told the reason: the bits are the same.
 */
export async function startRun(
  corpus: Corpus,
  sampler: UnigramSampler,
  settings: Settings,
  onNote: (note: TrainingNote) => void = () => {},
): Promise<StartedRun> {
  const threads = Math.min(settings.threads, settings.lanes);
  if (threads > 1) {
    const found = whyNoSharedMemory() ?? (await startOnPool(corpus, sampler, { ...settings, threads }).catch(reasonOf));
    if (typeof found !== "string") return found;
    onNote({ kind: "one-thread", message: `train: one thread, not ${threads}, and the same bits: ${found}` });
  }
  const training = trainingMemory(corpus, sampler, { ...settings, threads: 1 });
  return { training, executor: await callerExecutor(training, tablesFiller(training, corpus, settings)) };
}

async function startOnPool(corpus: Corpus, sampler: UnigramSampler, settings: Settings): Promise<StartedRun> {
  const training = trainingMemory(corpus, sampler, settings);
  const fillTables = tablesFiller(training, corpus, settings);
  return { training, executor: await workerPool(training, fillTables, warmUp(settings)) };
}

function tablesFiller(training: TrainingMemory, { vocabulary }: Corpus, { dimension, seed }: Settings): () => void {
  return () => startTables(training, vocabulary.words.length, dimension, seed);
}

/** Without the name of the function, which the note has already, and without a loss that there is not. */
function reasonOf(error: unknown): string {
  return String(error)
    .replace(/^\w*Error: /, "")
    .replace(/^train: /, "")
    .replace(/; the run is lost\..*$/, "");
}
