import type { Format } from "../format.js";
import { word2vecKind } from "../word2vec/word2vec-kind.js";
import { isTsv } from "./is-tsv.js";

/** The Embedding Projector's numbers with tabs between them; the words are in `metadata.tsv` beside it. */
export const tsv: Format = {
  name: "tsv",
  endings: ["tsv"],
  called: "the projector's",
  wordsIn: "metadata",
  isLines: true,
  detect: { by: "lines", isFormat: (start) => word2vecKind(start) === undefined && isTsv(start) },
};
