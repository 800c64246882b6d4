import type { Format } from "../format.js";
import { word2vecKind } from "../word2vec/word2vec-kind.js";

/** word2vec's text format, which is fastText's `.vec`, too. */
export const text: Format = {
  name: "text",
  endings: ["txt", "vec"],
  called: "word2vec's",
  wordsIn: "file",
  isLines: true,
  detect: { by: "lines", isFormat: (start) => word2vecKind(start) === "text" },
};
