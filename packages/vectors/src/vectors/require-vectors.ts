import { givenKind } from "@wordloom/arguments";
import type { SearchableVectors } from "./searchable-vectors.js";

/** @throws TypeError for what are no vectors, or what JSON leaves of them, with what makes them */
export function requireVectors(caller: string, vectors: SearchableVectors): void {
  const { words, dimension } = Object(vectors) as Partial<SearchableVectors>;
  if (words !== undefined && dimension !== undefined && ("data" in vectors || "codes" in vectors)) {
    if (isWhole(vectors)) return;
    throw new TypeError(
      `${caller}: the vectors have lost their map of words or their table; JSON keeps no Map and no typed array: ` +
        "wordVectors(words, data) makes them anew, encodeVectors writes a file",
    );
  }
  throw new TypeError(
    `${caller}: the vectors are ${givenKind(vectors)}; wordVectors, readVectors, or train of @wordloom/word2vec makes them`,
  );
}

/** `idOf` of vectors that a reader made is asked for nothing: it would be made by that. */
function isWhole(vectors: SearchableVectors): boolean {
  const { get, value } = Object.getOwnPropertyDescriptor(vectors, "idOf") ?? {};
  const finds = get !== undefined || typeof (value ?? vectors.idOf)?.get === "function";
  return finds && ArrayBuffer.isView("codes" in vectors ? vectors.codes : vectors.data);
}
