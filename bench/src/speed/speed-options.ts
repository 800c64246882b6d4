import type { TrainingSettings } from "../programs/program.ts";

export interface SpeedOptions extends Omit<TrainingSettings, "model"> {
  /** `ptb`, `wikipedia` or a path. */
  readonly corpus: string;
  readonly models: readonly TrainingSettings["model"][];
  readonly programs: readonly string[];
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Rounds in which all but the engine and gensim take part. */
  readonly slowRounds: number;
  /** Whether another process keeps one core busy meanwhile. */
  readonly besideBusy?: boolean;
  /** Only the first tokens of the corpus, this many. */
  readonly tokens?: number;
}
