import { givenKind } from "@wordloom/arguments";
import type { Corpus } from "@wordloom/data";

/** @throws TypeError for what is no corpus, with what makes one of it */
export function requireCorpus(caller: string, corpus: Corpus): void {
  const { ids, vocabulary } = Object(corpus) as Partial<Corpus>;
  if (ids !== undefined && vocabulary !== undefined) return;
  const sentences = Array.isArray(corpus) ? '; lists of words are joined to a text by " ", and lists by "\\n"' : "";
  throw new TypeError(
    `${caller}: the corpus is ${givenKind(corpus)}; corpusFromText, readCorpus or readTextCorpus of @wordloom/data makes one${sentences}`,
  );
}
