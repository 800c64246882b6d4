import { wrongUse } from "@wordloom/terminal";

export interface AnalogyWords {
  /** As typed. */
  readonly question: string;
  readonly words: readonly [a: string, b: string, c: string];
}

/**
 * The words of a question such as `king:man::queen`.
 *
 * @throws CommanderError for any other form
 */
export function analogyWords(question: string): AnalogyWords {
  const [, a, b, c] = /^\s*([^:]+?)\s*:\s*([^:]+?)\s*::\s*([^:]+?)\s*$/.exec(question) ?? [];
  if (a === undefined || b === undefined || c === undefined) {
    throw wrongUse(`--analogy ${JSON.stringify(question)} is not of the form a:b::c, as king:man::queen is`);
  }
  return { question, words: [a, b, c] };
}
