import type { ReadingNote } from "@wordloom/data";
import { keptTokens } from "./kept-tokens.js";
import type { ReadFile } from "./read-texts.js";
import type { TrainingText } from "./training-text.js";

/** What is kept of a text in `config.json` and in the JSON document. */
export interface TextFacts {
  readonly name: string;
  readonly path: string | undefined;
  readonly files: readonly ReadFile[] | undefined;
  readonly sha256: string | undefined;
  readonly lineEnd: string;
  /** Of the text as it was read. */
  readonly tokensRead: number;
  readonly wordsRead: number;
  /** Of words seen less often than the least count. */
  readonly tokensLeftOut: number;
  readonly wordsLeftOut: number;
  /** What is trained on. */
  readonly tokens: number;
  readonly words: number;
  /** Of these, how many subsampling is expected to leave out of each epoch. */
  readonly tokensThinned: number;
  readonly notes: readonly ReadingNote[];
}

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
