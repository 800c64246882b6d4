import type { SearchableVectors } from "./direction-rows.js";
import { givenKind } from "./given-kind.js";

/** @throws TypeError for what are no vectors, with what makes them */
export function requireVectors(caller: string, vectors: SearchableVectors): void {
  const { words, dimension } = Object(vectors) as Partial<SearchableVectors>;
  if (words !== undefined && dimension !== undefined && ("data" in vectors || "codes" in vectors)) return;
  throw new TypeError(
    `${caller}: the vectors are ${givenKind(vectors)}; wordVectors, readVectors, or train of @wordloom/word2vec makes them`,
  );
}
