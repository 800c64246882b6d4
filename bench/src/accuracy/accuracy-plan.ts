import type { TrainingSettings } from "../programs/program.ts";

/** One training whose vectors are scored. */
export interface AccuracyRun {
  readonly program: "wordloom" | "gensim-sentences";
  readonly model: TrainingSettings["model"];
  /** Absent: the program's default. */
  readonly learningRate?: number;
  /** Absent: the program's default. */
  readonly contextGradient?: "true" | "word2vec";
  readonly seed: number;
}

/** A run, but for its seed. */
export type AccuracyCase = Omit<AccuracyRun, "seed">;

/** The rates of the ablation, for each gradient. A true gradient is 1/n of word2vec's and wants higher ones. */
export interface Grid {
  readonly true: readonly number[];
  readonly word2vec: readonly number[];
}

/** Each program at its defaults; gensim's CBOW also at word2vec.c's rate for it. */
export const comparison: readonly AccuracyCase[] = [
  { program: "wordloom", model: "cbow" },
  { program: "gensim-sentences", model: "cbow", learningRate: 0.025 },
  { program: "gensim-sentences", model: "cbow", learningRate: 0.05 },
  { program: "wordloom", model: "skip-gram" },
  { program: "gensim-sentences", model: "skip-gram", learningRate: 0.025 },
];

export const gradients = ["true", "word2vec"] as const;

/** The cases of the ablation: both gradients of CBOW over the grid. */
export function ablation(grid: Grid): AccuracyCase[] {
  return gradients.flatMap((contextGradient) =>
    grid[contextGradient].map((learningRate) => ablationCase(contextGradient, learningRate)),
  );
}

export function ablationCase(contextGradient: "true" | "word2vec", learningRate: number): AccuracyCase {
  return { program: "wordloom", model: "cbow", learningRate, contextGradient };
}

/** What tells one case from another. */
export function caseKey({ program, model, learningRate, contextGradient }: AccuracyCase): string {
  return [program, model, learningRate ?? "default", contextGradient ?? "default"].join(" ");
}
