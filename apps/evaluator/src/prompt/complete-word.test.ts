import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeWord } from "./complete-word.js";

const words = ["the", "king", "kings", "kingdom", "queen", "New York", ".net", "__proto__"];
const commands = [".help", ".top"];
const hits = (text: string) => completeWord(text, words, commands);

describe("completeWord(text, words, commands)", () => {
  test("finds words that start with the last part, in row order", () => {
    expect(hits("ki")).toEqual([["king", "kings", "kingdom"], "ki"]);
    expect(hits("queen - ki")).toEqual([["king", "kings", "kingdom"], "ki"]);
    expect(hits("man:ki")).toEqual([["king", "kings", "kingdom"], "ki"]);
    expect(hits("__")).toEqual([["__proto__"], "__"]);
  });

  test("finds commands where a line starts", () => {
    expect(hits(".")).toEqual([[".help", ".top", ".net"], "."]);
    expect(hits("king + .")).toEqual([[".net"], "."]);
  });

  test("finds nothing for nothing, and no word that would have to be quoted", () => {
    expect(hits("king - ")).toEqual([[], ""]);
    expect(hits("")).toEqual([[], ""]);
    expect(hits("New")).toEqual([[], "New"]);
  });

  test("finds words in quotes, once these are open", () => {
    expect(hits('"New')).toEqual([['"New York"'], '"New']);
    expect(hits('king ~ "New Y')).toEqual([['"New York"'], '"New Y']);
    expect(hits('"New York" - "ki')).toEqual([['"king"', '"kings"', '"kingdom"'], '"ki']);
    expect(hits('"New York" - ki')).toEqual([["king", "kings", "kingdom"], "ki"]);
    expect(completeWord('"say \\"', ['say "hi"'], [])).toEqual([['"say \\"hi\\""'], '"say \\"']);
    expect(hits('"')[0]).toEqual([]);
  });

  test("shows forty, which have no more in common than all have", () => {
    const many = [...Array.from({ length: 50 }, (_, i) => `inter${i}`), "in", "zebra"];
    const [shown] = completeWord("i", many, []);
    expect(shown).toHaveLength(40);
    expect(shown.at(-1)).toBe("in");
    expect(completeWord("inter", many, [])[0]).toEqual(many.slice(0, 40));
  });

  test("agrees with all words on what they have in common", () => {
    const common = (texts: readonly string[]) =>
      texts.reduce((start, text) => {
        let length = 0;
        while (length < start.length && start[length] === text[length]) length++;
        return start.slice(0, length);
      }, texts[0]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 8 }), { maxLength: 120 }),
        (all) => {
          const starting = all.filter((word) => word.startsWith("a"));
          const [shown] = completeWord("a", all, []);
          expect(shown.every((word) => starting.includes(word))).toBe(true);
          if (starting.length > 0) expect(common(shown)).toBe(common(starting));
        },
      ),
    );
  });
});
