import type { FirstLines, Format } from "../format.js";
import { columnsCause } from "../line-causes/columns-cause.js";
import { endsInNumbers, lineAt } from "../lines/line-at.js";
import { isTsv } from "../tsv/is-tsv.js";
import { word2vecKind } from "../word2vec/word2vec-kind.js";
import { commonDimension } from "./common-dimension.js";

/** GloVe's text: that of word2vec without the header. */
export const glove: Format = {
  name: "glove",
  endings: ["glove"],
  called: "GloVe's",
  wordsIn: "file",
  isLines: true,
  detect: { by: "lines", isFormat: isGlove },
};

function isGlove(start: FirstLines): boolean {
  const { bytes, lines } = start;
  return (
    word2vecKind(start) === undefined &&
    !isTsv(start) &&
    endsInNumbers(lineAt(bytes, 0), 1) &&
    commonDimension(bytes) > 0 &&
    columnsCause(lines(), { line: 1 }) === undefined
  );
}
