import type { Corpus } from "@wordloom/data";
import { type WordVectors, wordVectors } from "@wordloom/vectors";
import { loneWords } from "../advice/lone-words.js";
import type { Settings } from "../settings/settings.js";

/** Leaves out the vectors of words that have no context: they are not trained, only random numbers. */
export function trainedVectors(vectors: WordVectors, train: Corpus, settings: Settings): WordVectors {
  if (settings.preset === "book" || settings.crossSentences || train.vocabulary.idOf.has("<eos>")) return vectors;
  const { hasCompany, words } = loneWords(train);
  if (words === 0) return vectors;
  const { dimension } = settings;
  const rows = vectors.words.flatMap((_, id) => (hasCompany[id] === 1 ? [id] : []));
  const data = new Float32Array(rows.length * dimension);
  for (const [row, id] of rows.entries()) {
    data.set(vectors.data.subarray(id * dimension, (id + 1) * dimension), row * dimension);
  }
  return wordVectors(
    rows.map((id) => vectors.words[id]),
    data,
  );
}
