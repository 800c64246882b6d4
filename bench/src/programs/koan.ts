import { rm } from "node:fs/promises";
import { childProcess, type Piece } from "./child-process.ts";
import { findExecutable } from "./find-executable.ts";
import type { Program, Trained, TrainingTask } from "./program.ts";
import { wholeSeconds } from "./progress.ts";

/** koan, whose CBOW has the true gradient, as the engine's. It has no seed: on one thread, all its rounds make the same vectors. */
export function koan(): Program {
  return {
    name: "koan",
    async availability() {
      const path = await findExecutable("koan");
      return path === undefined ? { missing: "no koan on the PATH" } : { version: "it doesn't say" };
    },
    async train(task: TrainingTask): Promise<Trained> {
      const { pieces } = await childProcess("koan", koanArguments(task));
      await rm(`${task.vectorsPath}.vocab`, { force: true });
      return { seconds: koanSeconds(pieces, task.settings.epochs) };
    },
  };
}

function koanArguments({ settings, threads, corpusPath, lines, vectorsPath }: TrainingTask): string[] {
  const { model, dimension, window, negatives, subsample, minCount, epochs, contextGradient } = settings;
  // The two that its help recommends. Its default is that of skip-gram, for both.
  const { learningRate = model === "cbow" ? 0.075 : 0.025 } = settings;
  const options: Record<string, string | number | boolean> = {
    files: corpusPath,
    "embedding-path": vectorsPath,
    cbow: model === "cbow",
    "use-bad-update": contextGradient === "word2vec",
    dim: dimension,
    "context-size": window,
    negatives,
    // A threshold of 0 would drop every word, one of 1 drops none.
    "downsample-threshold": subsample === 0 ? 1 : subsample,
    "min-count": minCount,
    epochs,
    threads,
    "learning-rate": learningRate,
    // Room for more lines than there are: it then reads all of them before it trains. Where it reads on while it trains, it
    // takes a newline for a part of the word before it, and loses the word.
    "buffer-size": lines + 1,
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

/**
 * Seconds of training, by our clock, from the lines that it shows ten times a second. What it prints of its speed at the end
 * counts the reading of the file, too.
 *
 * @throws Error if progress was shown fewer than two times
 */
export function koanSeconds(pieces: readonly Piece[], epochs: number): number {
  let epoch = 0;
  const shown = pieces.flatMap(({ seconds, text }) => {
    const shares = [...text.matchAll(/Epoch (\d+)|Sents:\s*([\d.]+)%/g)].flatMap(([, begun, percent]) => {
      if (begun === undefined) return [(epoch + Number(percent) / 100) / epochs];
      epoch = Number(begun);
      return [];
    });
    const share = shares.at(-1) ?? 0;
    // It shows 0 % while it still reads.
    return share > 0 ? [{ seconds, share }] : [];
  });
  return wholeSeconds("koan", shown);
}
