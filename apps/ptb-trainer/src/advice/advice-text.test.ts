import { expect, test } from "vitest";
import { adviceText } from "./advice-text.js";

test.each<[flags: readonly string[] | undefined, effect: string | undefined, text: string]>([
  [["--subsample 0"], undefined, "--subsample 0 works"],
  [["--window 4"], undefined, "--window 4 is the most that works"],
  [["--negatives 3"], undefined, "--negatives 3 is the most that works"],
  [["--window 4", "--subsample 0"], undefined, "--window 4 --subsample 0 works"],
  [["--min-count 1"], "leaves 4 words", "--min-count 1 leaves 4 words"],
  [undefined, undefined, "no flag of --preset book helps, because even --window 1 needs 3 tokens"],
])("adviceText(%j, %j) is %j", (flags, effect, text) => {
  expect(adviceText(flags, effect)).toBe(text);
});
