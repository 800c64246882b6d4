import type { Format } from "../format.js";
import { word2vecKind } from "../word2vec/word2vec-kind.js";

/** word2vec's binary format. */
export const binary: Format = {
  name: "binary",
  endings: ["bin"],
  called: "word2vec's",
  wordsIn: "file",
  isLines: false,
  detect: { by: "lines", isFormat: (start) => word2vecKind(start) === "binary" },
};
