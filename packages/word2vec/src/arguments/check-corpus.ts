import { type Corpus, checkCorpus as checkParts } from "@wordloom/data";
import type { UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "./settings.js";

/** @throws RangeError or TypeError for a corpus that contradicts itself or has nothing to train on */
export function checkCorpus(caller: string, corpus: Corpus, { crossSentences }: Settings): void {
  checkParts(caller, corpus, crossSentences ? ["vocabulary"] : ["vocabulary", "sentenceStarts"]);
  const { ids, vocabulary } = corpus;
  if (ids.length < 2)
    throw new RangeError(`${caller}: the corpus has ${ids.length} tokens; a target and a context are two`);
  if (vocabulary.counts.every((count) => count === 0)) {
    throw new RangeError(
      `${caller}: the vocabulary counts none of its ${vocabulary.words.length} words; there is no negative to draw`,
    );
  }
}

/** @throws RangeError for more negatives than there are words */
export function checkNegatives(
  caller: string,
  { vocabulary }: Corpus,
  { candidates }: UnigramSampler,
  { negatives }: Settings,
): void {
  if (negatives > candidates - 1) {
    const advice =
      candidates > 1
        ? `negatives: ${candidates - 1} is the most that works`
        : `no number works, for "${vocabulary.words[0]}" is its only word; did a minCount leave out the others, or has the ` +
          "text no spaces between words?";
    throw new RangeError(
      `${caller}: ${negatives} different negatives for a target, but the corpus has ${candidates - 1} other words; ${advice}`,
    );
  }
}
