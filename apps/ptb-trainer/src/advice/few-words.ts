import type { Vocabulary } from "@wordloom/data";
import { counted, whole } from "@wordloom/terminal";
import { adviceText } from "./advice-text.js";

/** The settings that decide which words are left to train on, and how many are needed. */
export interface Choice {
  /** Words that occur less often are left out. */
  readonly minCount: number;
  /** K, the negatives that are drawn for each target. */
  readonly negatives: number;
}

type FurtherFlags = (minCount: number) => readonly string[] | undefined;

/**
 * Says that a text has too few words to draw K different negatives from, and which flags help, all of them at once.
 *
 * @param vocabulary - the words of the whole text
 * @param script - the script of the text, if it puts no spaces between words
 * @param furtherFlags - says which other flags the text needs once a least count has left out its rare words; undefined if
 *   no flag helps
 * @returns undefined if the text has words enough
 */
export function fewWords(
  name: string,
  { words, counts }: Pick<Vocabulary, "words" | "counts">,
  { minCount, negatives }: Choice,
  script: string | undefined,
  furtherFlags: FurtherFlags = () => [],
): string | undefined {
  const [V, kept] = [words.length, leftBy(minCount, counts)];
  const needed = negatives + 1;
  if (kept >= needed) return undefined;
  const often = kept === V ? "" : ` that ${kept === 1 ? "occurs" : "occur"} ${minCount} times or more`;
  const takes =
    negatives === 1 ? "training needs 2" : `${negatives} different negatives for each target need ${needed}`;
  const tokens = sum(counts, 0);
  const out =
    kept === 0 || kept === V
      ? ""
      : ` (--min-count ${minCount} leaves out ${counted(sum(counts, kept), "token")} of ${whole(tokens)})`;
  const what =
    kept === 0
      ? `none of the ${counted(V, "word")} of ${name} occurs ${minCount} times`
      : `${name} has ${kept === V ? "" : "only "}${counted(kept, "word")}${often}${out}, and ${takes}`;
  const unspaced =
    script === undefined
      ? ""
      : `; it is in ${script}, which puts no spaces between words, so whole lines are taken for words: split it first`;
  return `${what}${unspaced}; ${advice(words, counts, { minCount, negatives, kept }, furtherFlags)}`;
}

function advice(
  words: readonly string[],
  counts: ArrayLike<number>,
  { minCount, negatives, kept }: Choice & { readonly kept: number },
  furtherFlags: FurtherFlags,
): string {
  const V = words.length;
  if (V === 1) return `no --min-count or --negatives helps, because ${words[0]} is the only word`;
  const lower = V <= negatives ? 1 : counts[negatives];
  const leastCount = lower < minCount && kept < V ? [`--min-count ${lower}`] : [];
  const fewer = V <= negatives ? [`--negatives ${V - 1}`] : [];
  const further = furtherFlags(lower);
  if (further === undefined) return adviceText(undefined);
  const left = fewer.length === 0 ? `leaves ${counted(leftBy(lower, counts), "word")}` : `takes all ${V} words`;
  const effect = leastCount.length === 0 ? undefined : left;
  const clause = adviceText([...leastCount, ...fewer, ...further], effect);
  const others = kept >= 2 && leastCount.length > 0 ? furtherFlags(minCount) : undefined;
  if (others === undefined) return clause;
  return `${clause}, and ${adviceText([`--negatives ${kept - 1}`, ...others], `works with these ${kept}`)}`;
}

/** @param counts - of each word, from the largest to the smallest */
function leftBy(minCount: number, counts: ArrayLike<number>): number {
  let kept = 0;
  while (kept < counts.length && counts[kept] >= minCount) kept++;
  return kept;
}

function sum(counts: ArrayLike<number>, start: number): number {
  let total = 0;
  for (let id = start; id < counts.length; id++) total += counts[id];
  return total;
}
