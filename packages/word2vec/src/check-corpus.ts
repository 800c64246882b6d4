import type { Corpus } from "@wordloom/data";
import type { UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "./options.js";

/** @throws RangeError for a corpus that has nothing to train on, or ids that are no words of its vocabulary */
export function checkCorpus(
  caller: string,
  { ids, vocabulary }: Corpus,
  { candidates }: UnigramSampler,
  { negatives }: Settings,
): void {
  if (ids.length < 2)
    throw new RangeError(`${caller}: the corpus has ${ids.length} tokens; a target and a context are two`);
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
  const stranger = firstOutside(ids, vocabulary.words.length);
  if (stranger >= 0) {
    throw new RangeError(
      `${caller}: id ${ids[stranger]} at ${stranger} is outside the ${vocabulary.words.length} words; was the corpus ` +
        "encoded with this vocabulary?",
    );
  }
}

/** A plain loop: over a hundred million ids, `findIndex` calls its function for half a second. */
function firstOutside(ids: ArrayLike<number>, V: number): number {
  for (let i = 0; i < ids.length; i++) if (!(ids[i] >= 0 && ids[i] < V)) return i;
  return -1;
}
