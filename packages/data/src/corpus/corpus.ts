import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** A text as word ids. */
export interface Corpus {
  /** Every token in the order of the text. */
  readonly ids: Int32Array;
  /**
   * The position of the first token of each sentence: each line that has tokens. Rises from 0; in a corpus from elsewhere a start
   * may come again, for a sentence without tokens. Those that fall are refused by whoever reads them.
   */
  readonly sentenceStarts: Int32Array;
  readonly vocabulary: Vocabulary;
}
