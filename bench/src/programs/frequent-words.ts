import { type Corpus, encodeCorpus, trimVocabulary } from "@wordloom/data";
import { readTextCorpus } from "@wordloom/data/node";

/** The corpus of a text without its rare words. Lines are no tokens. */
export async function frequentWords(path: string, minCount: number): Promise<Corpus> {
  const corpus = await readTextCorpus(path, { lineEnd: "boundary" });
  return minCount === 1 ? corpus : encodeCorpus(corpus, trimVocabulary(corpus.vocabulary, { minCount }), "drop");
}
