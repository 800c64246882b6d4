import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** A text as word ids. */
export interface Corpus {
  /** The id of every token, in the order of the text. */
  readonly ids: Int32Array;
  /**
   * The position of the first token of each sentence, which is a line that has tokens. The first is 0, and no start falls. In a
   * corpus from elsewhere a start may come again, for a sentence without tokens.
   */
  readonly sentenceStarts: Int32Array;
  /** The words of the ids. */
  readonly vocabulary: Vocabulary;
}
