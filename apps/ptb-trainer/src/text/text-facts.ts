import type { ReadingNote } from "@wordloom/data";
import { keptTokens } from "./kept-tokens.js";
import type { ReadFile } from "./read-texts.js";
import type { TrainingText } from "./training-text.js";

/** The facts about a text that are in `config.json` and in the document of `--json`. */
export interface TextFacts {
  readonly name: string;
  readonly path: string | undefined;
  readonly files: readonly ReadFile[] | undefined;
  readonly sha256: string | undefined;
  readonly lineEnd: string;
  /** Tokens and distinct words of the text as it was read. */
  readonly tokensRead: number;
  readonly wordsRead: number;
  /** Tokens and words that the least count leaves out. */
  readonly tokensLeftOut: number;
  readonly wordsLeftOut: number;
  /** Tokens and words that are trained on. */
  readonly tokens: number;
  readonly words: number;
  /** How many of these tokens subsampling is expected to leave out of each epoch. */
  readonly tokensThinned: number;
  readonly notes: readonly ReadingNote[];
}

/** Counts what was read, left out and thinned out of a text. */
export function textFacts(text: TrainingText, subsample: number): TextFacts {
  const { name, path, files, sha256, lineEnd, tokensRead, wordsRead, train, notes } = text;
  const [tokens, words] = [train.ids.length, train.vocabulary.words.length];
  return {
    ...{ name, path, files, sha256, lineEnd, tokensRead, wordsRead },
    tokensLeftOut: tokensRead - tokens,
    wordsLeftOut: wordsRead - words,
    ...{ tokens, words },
    tokensThinned: tokens - Math.round(keptTokens(train, subsample)),
    notes,
  };
}
