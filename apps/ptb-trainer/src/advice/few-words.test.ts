import { buildVocabulary, corpusFromText } from "@wordloom/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, fewWords } from "./few-words.js";

/** The flags that a message tells to take, together. */
function advised(message: string): Partial<Choice> {
  const [, advice = ""] = /; (?!it is in)([^;]*)$/.exec(message) ?? [];
  const [first] = advice.split(/, /);
  const value = (flag: string) => new RegExp(`${flag} (\\d+)`).exec(first)?.[1];
  const [minCount, negatives] = [value("--min-count"), value("--negatives")];
  return {
    ...(minCount === undefined ? {} : { minCount: Number(minCount) }),
    ...(negatives === undefined ? {} : { negatives: Number(negatives) }),
  };
}

describe("fewWords(name, vocabulary, choice, script)", () => {
  const said = (text: string, choice: Choice, script?: string) =>
    fewWords("a.txt", corpusFromText(text).vocabulary, choice, script);

  test("says nothing where there are words enough", () => {
    expect(said("a b c", { minCount: 1, negatives: 3 }, "Thai")).toBeUndefined();
  });

  test("names a least count, and how many words it leaves", () => {
    expect(said("a b c", { minCount: 5, negatives: 3 })).toMatchInlineSnapshot(
      `"none of the 4 words of a.txt occurs 5 times; --min-count 1 leaves 4 words"`,
    );
    expect(said("a a a b b c c d\n\n\n\n\n", { minCount: 5, negatives: 3 })).toMatchInlineSnapshot(
      `"a.txt has only 1 word that occurs 5 times or more (--min-count 5 leaves out 8 tokens of 13), and 3 different negatives for each target need 4; --min-count 2 leaves 4 words"`,
    );
  });

  test("names fewer negatives where the text has not more words", () => {
    expect(said("a b", { minCount: 1, negatives: 5 })).toMatchInlineSnapshot(
      `"a.txt has 3 words, and 5 different negatives for each target need 6; --negatives 2 is the most that works"`,
    );
    expect(said("a a b c", { minCount: 2, negatives: 5 })).toMatchInlineSnapshot(
      `"a.txt has only 1 word that occurs 2 times or more (--min-count 2 leaves out 3 tokens of 5), and 5 different negatives for each target need 6; --min-count 1 --negatives 3 takes all 4 words"`,
    );
  });

  test("asks what else a text takes for each of the two ways that it names, by the least count of that way", () => {
    const { vocabulary } = corpusFromText("a a b b c\n");
    const choice = { minCount: 2, negatives: 2 };
    const advice = (further: (minCount: number) => readonly string[] | undefined) =>
      fewWords("a.txt", vocabulary, choice, undefined, further)?.split("; ").at(-1);
    expect(advice((minCount) => [`--of ${minCount}`])).toBe(
      "--min-count 1 --of 1 leaves 4 words, and --negatives 1 --of 2 works with these 2",
    );
    expect(advice((minCount) => (minCount === 1 ? [] : undefined))).toBe("--min-count 1 leaves 4 words");
    expect(advice(() => undefined)).toBe("no flag of --preset book helps, because even --window 1 needs 3 tokens");
  });

  test("says that nothing works with a single word", () => {
    expect(
      fewWords("a.txt", buildVocabulary(["a", "a"]), { minCount: 1, negatives: 5 }, undefined),
    ).toMatchInlineSnapshot(
      `"a.txt has 1 word, and 5 different negatives for each target need 6; no --min-count or --negatives helps, because a is the only word"`,
    );
  });

  test("names a script without spaces", () => {
    expect(said("ฉันชอบ", { minCount: 5, negatives: 5 }, "Thai")).toContain(
      "; it is in Thai, which puts no spaces between words,",
    );
  });

  test("gives advice that works, or says that none can", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    const choice = fc.record({ minCount: fc.integer({ min: 1, max: 10 }), negatives: fc.integer({ min: 1, max: 15 }) });
    fc.assert(
      fc.property(counts, choice, (all, wanted) => {
        const vocabulary = buildVocabulary(all.flatMap((count, i) => Array<string>(count).fill(`w${i}`)));
        const message = fewWords("a.txt", vocabulary, wanted, undefined);
        if (message === undefined) return;
        if (vocabulary.words.length === 1) expect(message).toContain("no --min-count or --negatives helps");
        else expect(fewWords("a.txt", vocabulary, { ...wanted, ...advised(message) }, undefined)).toBeUndefined();
      }),
    );
  });
});
