/** What all programs are asked to train alike. */
export interface TrainingSettings {
  readonly model: "cbow" | "skip-gram";
  readonly dimension: number;
  /** The radius of each window is drawn from 1 to this. */
  readonly window: number;
  readonly negatives: number;
  /** word2vec.c's threshold; 0 keeps every word. */
  readonly subsample: number;
  readonly minCount: number;
  readonly epochs: number;
  /** Absent: the program's own default. */
  readonly learningRate?: number;
  /** Of CBOW. Absent: the program's own; only the engine and koan have a choice. */
  readonly contextGradient?: "true" | "word2vec";
  readonly seed: number;
}

export interface TrainingTask {
  readonly settings: TrainingSettings;
  readonly threads: number;
  /** A text of lines of 1,000 tokens or fewer. */
  readonly corpusPath: string;
  /** Tokens of the file whose words are frequent enough. */
  readonly keptTokens: number;
  readonly lines: number;
  /** Where the word vectors go, in a word2vec format or in GloVe's. */
  readonly vectorsPath: string;
}

export interface Trained {
  /** Of training alone: reading, counting words and saving are left out. */
  readonly seconds: number;
  /** What a reader must know about this run. */
  readonly remark?: string;
}

/** A program that is there, or why it isn't. */
export type Availability = { readonly version: string } | { readonly missing: string };

export interface Program {
  readonly name: string;
  readonly availability: () => Promise<Availability>;
  /** @throws Error, in one line, if the program fails */
  readonly train: (task: TrainingTask) => Promise<Trained>;
}
