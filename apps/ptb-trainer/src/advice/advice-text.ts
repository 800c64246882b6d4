/**
 * Says what to change on the command line so that a run has words to train on: all flags that it needs, in one clause.
 *
 * @param flags - as `moreFlags` gives them; undefined if none help
 * @param effect - what these flags do, if there is more to say than that they work
 *
 * @example
 * adviceText(["--min-count 1", "--subsample 0"]) // "--min-count 1 --subsample 0 works"
 * adviceText(["--window 4"]) // "--window 4 is the most that works"
 */
export function adviceText(flags: readonly string[] | undefined, effect?: string): string {
  // A text of one token, or of two with --preset book.
  if (flags === undefined) return "no flag of --preset book helps, because even --window 1 needs 3 tokens";
  const isLimit = flags.length === 1 && /^--(negatives|window) /.test(flags[0]);
  return `${flags.join(" ")} ${effect ?? (isLimit ? "is the most that works" : "works")}`;
}
