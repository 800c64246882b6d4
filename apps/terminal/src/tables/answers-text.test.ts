import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../text/display-width.js";
import { answersText } from "./answers-text.js";

const answers = (...words: string[]) => words.map((word, i) => ({ word, similarity: 0.9 - i / 3 }));

describe("answersText(lists, width)", () => {
  test("puts lists side by side, numbers aligned", () => {
    const lists: [string, ReturnType<typeof answers>][] = [
      ["year", answers("month", "week", "summer")],
      ["you", answers("we")],
    ];
    expect(`\n${answersText(lists, 80)}\n`).toMatchInlineSnapshot(`
      "
      year                 you
        month    0.9000      we       0.9000
        week     0.5667
        summer   0.2333
      "
    `);
  });

  test("counts wide characters as two columns", () => {
    const lists: [string, ReturnType<typeof answers>][] = [
      ["東京", answers("大阪", "京都市")],
      ["서울", answers("부산")],
    ];
    expect(`\n${answersText(lists, 80)}\n`).toMatchInlineSnapshot(`
      "
      東京                 서울
        大阪     0.9000      부산     0.9000
        京都市   0.5667
      "
    `);
  });

  test("begins a new band where the width ends, as even as it goes", () => {
    const four = ["a", "b", "c", "d"].map((word) => [word, answers("neighbour")] as const);
    // Three would fit side by side.
    expect(answersText(four, 75).split("\n\n")).toHaveLength(2);
    expect(answersText(four, 10).split("\n\n")).toHaveLength(4);
  });

  test("writes out what a terminal would obey", () => {
    expect(answersText([["a\u001b[31m", answers("caf\udce9\u202e")]], 80)).toMatchInlineSnapshot(`
      "a\\u001b[31m
        caf\\xe9\\u202e   0.9000"
    `);
  });

  test("changes headings without moving columns", () => {
    const plain = answersText([["year", answers("month")]], 80);
    const bold = answersText([["year", answers("month")]], 80, { heading: (text) => `<b>${text}</b>` });
    expect(bold.replace(/<\/?b>/g, "").replace(/ +$/gm, "")).toBe(plain);
  });

  test("is empty for no lists", () => {
    expect(answersText([], 80)).toBe("");
  });

  test("never gets wider than the terminal", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 50 });
    const list = fc.tuple(
      word,
      fc.array(fc.record({ word, similarity: fc.double({ min: -1, max: 1, noNaN: true }) }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), fc.integer({ min: 20, max: 120 }), (lists, width) => {
        for (const line of answersText(lists, width).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
