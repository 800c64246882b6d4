import type { Vocabulary } from "@wordloom/data";

/** What decides which words are left to train on. */
export interface Choice {
  /** Words seen less often are left out. */
  readonly minCount: number;
  /** Words drawn against a target. */
  readonly negatives: number;
}

/**
 * What to say where too few words of a text are left to draw negatives from, and which flags would do; undefined where there are
 * enough.
 *
 * @param vocabulary - of the whole text
 * @param script - in which it is, if that puts no spaces between words
 */
export function fewWords(
  name: string,
  { words, counts }: Pick<Vocabulary, "words" | "counts">,
  { minCount, negatives }: Choice,
  script: string | undefined,
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
      : ` (--min-count ${minCount} leaves out ${counted(sum(counts, kept), "token")} of ${tokens.toLocaleString("en")})`;
  const what =
    kept === 0
      ? `none of the ${counted(V, "word")} of ${name} occurs ${minCount} times`
      : `${name} has ${kept === V ? "" : "only "}${counted(kept, "word")}${often}${out}, and ${takes}`;
  const unspaced =
    script === undefined
      ? ""
      : `; it is in ${script}, which puts no spaces between words, so that whole lines are taken for words: split it first`;
  return `${what}${unspaced}; ${advice(words, counts, { minCount, negatives }, kept)}`;
}

function advice(
  words: readonly string[],
  counts: ArrayLike<number>,
  { minCount, negatives }: Choice,
  kept: number,
): string {
  const V = words.length;
  if (V === 1) return `no --min-count or --negatives helps, for ${words[0]} is the only word there is`;
  if (V <= negatives) {
    const fewer = `--negatives ${V - 1}`;
    const all =
      minCount > 1 && kept < V ? `--min-count 1 ${fewer} takes all ${V} words` : `${fewer} is the most that works`;
    return kept >= 2 && kept < V ? `${all}, --negatives ${kept - 1} these ${kept}` : all;
  }
  const lower = counts[negatives];
  const flags = `--min-count ${lower} leaves ${counted(leftBy(lower, counts), "word")}`;
  return kept >= 2 ? `${flags}, and --negatives ${kept - 1} works with these` : flags;
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

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
