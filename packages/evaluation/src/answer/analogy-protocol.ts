import { checkChoice } from "@wordloom/arguments";

/**
 * The rules by which analogies are scored: those of gensim's `evaluate_word_analogies`, of word2vec.c's `compute-accuracy`, or
 * one of the two objectives of Levy and Goldberg over all words.
 */
export type AnalogyProtocol = "gensim" | "word2vec.c" | "3CosAdd" | "3CosMul";

export interface ProtocolRules {
  /** Rows looked at unless `restrict` says otherwise. */
  readonly rows: number;
  /** Which letters are the same in capitals. */
  readonly letters: "unicode" | "ascii";
  readonly objective: "add" | "mul";
  /** What can't be an answer: the rows of the question's words, or every row whose word is theirs in other capitals. */
  readonly excludes: "rows" | "words";
  /** How many candidates are looked at in turn before a question is given up. */
  readonly candidates: number;
  /** An answer's score must be higher. */
  readonly above: number;
  /** Which sections are semantic: by their kind, or the first five. */
  readonly parts: "kind" | "first five";
}

const THREE_COS_ADD: ProtocolRules = {
  rows: Infinity,
  letters: "unicode",
  objective: "add",
  excludes: "words",
  candidates: 1,
  above: -Infinity,
  parts: "kind",
};

const PROTOCOLS: Readonly<Record<AnalogyProtocol, ProtocolRules>> = {
  // gensim asks for five neighbours and takes the first that is no word of the question.
  gensim: { ...THREE_COS_ADD, rows: 300_000, excludes: "rows", candidates: 5 },
  "word2vec.c": { ...THREE_COS_ADD, letters: "ascii", excludes: "rows", above: 0, parts: "first five" },
  "3CosAdd": THREE_COS_ADD,
  "3CosMul": { ...THREE_COS_ADD, objective: "mul" },
};

/** @throws RangeError if the name is not one of the four */
export function protocolRules(caller: string, protocol: AnalogyProtocol): ProtocolRules {
  checkChoice(caller, "protocol", protocol, Object.keys(PROTOCOLS));
  return PROTOCOLS[protocol];
}
