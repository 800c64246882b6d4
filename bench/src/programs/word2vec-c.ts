import { childProcess, type Piece } from "./child-process.ts";
import { findExecutable } from "./find-executable.ts";
import type { Program, Trained, TrainingTask } from "./program.ts";
import { wholeSeconds } from "./progress.ts";

/** word2vec.c, or a program with its options and its progress line, that is called `word2vec`. */
export function word2vecC(): Program {
  return {
    name: "word2vec",
    async availability() {
      const path = await findExecutable("word2vec");
      return path === undefined ? { missing: "no word2vec on the PATH" } : { version: "it doesn't say" };
    },
    async train(task: TrainingTask): Promise<Trained> {
      const { pieces } = await childProcess("word2vec", word2vecArguments(task));
      return word2vecSeconds(pieces);
    },
  };
}

function word2vecArguments({ settings, threads, corpusPath, vectorsPath }: TrainingTask): string[] {
  const { model, dimension, window, negatives, subsample, minCount, epochs, learningRate } = settings;
  const options: Record<string, string | number> = {
    train: corpusPath,
    output: vectorsPath,
    cbow: model === "cbow" ? 1 : 0,
    size: dimension,
    window,
    negative: negatives,
    hs: 0,
    sample: subsample,
    "min-count": minCount,
    iter: epochs,
    threads,
    binary: 1,
    ...(learningRate === undefined ? {} : { alpha: learningRate }),
  };
  return Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]);
}

/**
 * Seconds of training, by our clock: between the first and the last time that it shows its progress, made whole. What it
 * prints of its speed is processor time, of all threads together.
 *
 * With one thread the public word2vec.c stops after its first epoch (a flag for the end of the file is not cleared): the
 * seconds are then those that all epochs would have taken, and the vectors those of one.
 *
 * @throws Error if progress was shown fewer than two times
 */
export function word2vecSeconds(pieces: readonly Piece[]): Trained {
  const shown = pieces.flatMap(({ seconds, text }) => {
    const percent = [...text.matchAll(/Progress:\s*([\d.]+)%/g)].at(-1)?.[1];
    return percent === undefined ? [] : [{ seconds, share: Number(percent) / 100 }];
  });
  const seconds = wholeSeconds("word2vec", shown);
  const { share } = shown[shown.length - 1];
  if (share > 0.95) return { seconds };
  return { seconds, remark: `stopped at ${Math.round(100 * share)} % of its epochs; seconds are scaled up` };
}
