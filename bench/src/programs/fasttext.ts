import { rename, rm } from "node:fs/promises";
import { childProcess } from "./child-process.ts";
import { findExecutable } from "./find-executable.ts";
import type { Program, Trained, TrainingTask } from "./program.ts";

/** fastText without subwords. Its negatives are drawn by `count^0.5`, which can't be changed. */
export function fasttext(): Program {
  return {
    name: "fasttext",
    async availability() {
      const path = await findExecutable("fasttext");
      return path === undefined ? { missing: "no fasttext on the PATH" } : { version: "it doesn't say" };
    },
    async train(task: TrainingTask): Promise<Trained> {
      const output = `${task.vectorsPath}.fasttext`;
      const { stdout, stderr } = await childProcess("fasttext", fasttextArguments(task, output));
      await rename(`${output}.vec`, task.vectorsPath);
      await rm(`${output}.bin`, { force: true });
      return { seconds: fasttextSeconds(stderr + stdout, task) };
    },
  };
}

function fasttextArguments({ settings, threads, corpusPath }: TrainingTask, output: string): string[] {
  const { model, dimension, window, negatives, subsample, minCount, epochs, learningRate } = settings;
  const options: Record<string, string | number> = {
    input: corpusPath,
    output,
    dim: dimension,
    ws: window,
    neg: negatives,
    epoch: epochs,
    minCount,
    thread: threads,
    // A threshold of 0 would drop every word, one of 1 drops none.
    t: subsample === 0 ? 1 : subsample,
    loss: "ns",
    minn: 0,
    maxn: 0,
    ...(learningRate === undefined ? {} : { lr: learningRate }),
  };
  const command = model === "cbow" ? "cbow" : "skipgram";
  return [command, ...Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)])];
}

/**
 * Seconds of training, from the last speed that fastText prints: words a second and thread since training began. Its words
 * are those in its vocabulary and one for each line end.
 *
 * @throws Error if there is no speed in what it printed
 */
export function fasttextSeconds(
  printed: string,
  { keptTokens, lines, threads, settings }: Pick<TrainingTask, "keptTokens" | "lines" | "threads" | "settings">,
): number {
  const speed = Number([...printed.matchAll(/words\/sec\/thread:\s*(\d+)/g)].at(-1)?.[1]);
  if (!(speed > 0)) throw new Error("fasttext printed no words/sec/thread; is it another version?");
  return ((keptTokens + lines) * settings.epochs) / (speed * threads);
}
