import type { Vocabulary } from "@wordloom/data";
import { counted, whole } from "@wordloom/terminal";

/** What decides which words are left to train on. */
export interface Choice {
  /** Words seen less often are left out. */
  readonly minCount: number;
  /** Words drawn against a target. */
  readonly negatives: number;
}

type FurtherFlags = (minCount: number) => readonly string[] | undefined;

/**
 * What to say where too few words of a text are left to draw negatives from, and which flags would do, all of them at once;
 * undefined where there are enough.
 *
 * @param vocabulary - of the whole text
 * @param script - in which it is, if that puts no spaces between words
 * @param furtherFlags - what else a text takes without the words that a least count leaves out: undefined where nothing helps
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
    negatives === 1 ? "training takes 2" : `${negatives} different negatives for each target take ${needed}`;
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
      : `; it is in ${script}, which puts no spaces between words, so that whole lines are taken for words: split it first`;
  return `${what}${unspaced}; ${advice(words, counts, { minCount, negatives, kept }, furtherFlags)}`;
}

function advice(
  words: readonly string[],
  counts: ArrayLike<number>,
  { minCount, negatives, kept }: Choice & { readonly kept: number },
  furtherFlags: FurtherFlags,
): string {
  const V = words.length;
  if (V === 1) return `no --min-count or --negatives helps, for ${words[0]} is the only word there is`;
  const lower = V <= negatives ? 1 : counts[negatives];
  const leastCount = lower < minCount && kept < V ? [`--min-count ${lower}`] : [];
  const fewer = V <= negatives ? [`--negatives ${V - 1}`] : [];
  const further = furtherFlags(lower);
  // With two words or more, only a text of fewer tokens than the narrowest whole window.
  if (further === undefined) return "no flag of --preset book helps, for even --window 1 takes 3 tokens";
  const flags = [...leastCount, ...fewer, ...further].join(" ");
  const works =
    leastCount.length === 0
      ? further.length === 0
        ? "is the most that works"
        : "works"
      : fewer.length === 0
        ? `leaves ${counted(leftBy(lower, counts), "word")}`
        : `takes all ${V} words`;
  const others = kept >= 2 && leastCount.length > 0 ? furtherFlags(minCount) : undefined;
  if (others === undefined) return `${flags} ${works}`;
  return `${flags} ${works}, and ${[`--negatives ${kept - 1}`, ...others].join(" ")} works with these ${kept}`;
}

/** @param counts - falling */
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
