import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import type { PromptSettings } from "./answer-line.js";
import { type PromptOptions, promptSession } from "./prompt-session.js";

// Axes: royal, female, and one of its own for each of the rest.
const words = ["man", "woman", "king", "queen", "kingdom", "10,000", "__proto__", "New York"];
const rows = [
  [1, 0, 0, 0],
  [1, 1, 0, 0],
  [1, 0, 4, 0],
  [1, 1, 4, 0],
  [0, 0, 4, 1],
  [0, 0, 0, 1],
  [0, 0, 0, -1],
  [0, 1, 0, 1],
];
const vectors = wordVectors(words, Float32Array.from(rows.flat()));

/** What is seen after some keys, by default as on a terminal; with what the session came to. */
async function typed(
  keys: readonly string[],
  options: Partial<PromptOptions> = {},
  settings: PromptSettings = { top: 2, objective: "add" },
) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const text = { output: "", errors: "" };
  output.on("data", (chunk) => {
    text.output += chunk;
  });
  errors.on("data", (chunk) => {
    text.errors += chunk;
  });
  const session = promptSession(vectors, settings, { input, output, errors }, { isTerminal: true, ...options });
  for (const key of keys) {
    input.write(key);
    // Two tabs at once would be one paste.
    await new Promise(setImmediate);
  }
  input.end();
  const outcome = await session;
  return { ...outcome, output: stripVTControlCharacters(text.output).replaceAll("\r", ""), errors: text.errors };
}

const TAB = "\t";
const UP = "\u001b[A";
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

describe("promptSession(vectors, settings, streams)", () => {
  test("answers words, sums, analogies, cosines and the odd one out", async () => {
    const lines = ["king - man + woman", "man:king::woman", "king ~ queen", ".odd king queen kingdom 10,000"];
    const { output, failed } = await typed([`${lines.join("\n")}\n`], { isTerminal: false });
    expect(failed).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "  queen     0.8901
        kingdom   0.7833
        queen     0.8901
        kingdom   0.7833
        0.9718
        10,000
      "
    `);
  });

  test("gives the same answers as JSON, a line each", async () => {
    const { output } = await typed(["king\n.top 1\nking ~ queen\n.odd man woman 10,000\n\nqueen\n"], {
      isTerminal: false,
      json: true,
    });
    expect(
      output
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        question: "king",
        answers: [expect.objectContaining({ word: "queen" }), expect.objectContaining({ word: "kingdom" })],
      },
      { question: "king ~ queen", similarity: expect.closeTo(17 / Math.sqrt(17 * 18), 6) },
      { question: ".odd man woman 10,000", odd: "10,000" },
      { question: "queen", answers: [expect.objectContaining({ word: "king" })] },
    ]);
  });

  test("names every unknown word of a line, and answers .odd with the others", async () => {
    const lines = "kng - mann + woman\n.odd king queen kng kingdom 10,000\n.odd king kng\nking ~ queen\n";
    const { output, errors, failed } = await typed([lines], { isTerminal: false });
    expect(failed).toBe(3);
    expect(output).toBe("  10,000\n  0.9718\n");
    expect(errors).toMatchInlineSnapshot(`
      ""kng" is not in the vocabulary of 8 words; nearest spellings: king
      "mann" is not in the vocabulary of 8 words; nearest spellings: man
      "kng" is not in the vocabulary of 8 words; nearest spellings: king
      "kng" is not in the vocabulary of 8 words; nearest spellings: king
      "
    `);
    const { output: json } = await typed([lines], { isTerminal: false, json: true });
    expect(
      json
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { question: "kng - mann + woman", missing: { kng: expect.any(String), mann: expect.any(String) } },
      { question: ".odd king queen kng kingdom 10,000", odd: "10,000", missing: { kng: expect.any(String) } },
      { question: ".odd king kng", missing: { kng: expect.any(String) } },
      { question: "king ~ queen", similarity: expect.any(Number) },
    ]);
  });

  test("says what is wrong with a line, and goes on", async () => {
    const { output, errors, failed } = await typed(["kng\nking queen\n.topp\n.top x\n.odd king\nking ~ queen\n"], {
      isTerminal: false,
    });
    expect(failed).toBe(5);
    expect(output).toBe("  0.9718\n");
    expect(errors).toMatchInlineSnapshot(`
      ""kng" is not in the vocabulary of 8 words; nearest spellings: king
      "king" and "queen" stand side by side; put + or - between them, or quotes around one word
      there is no command .topp; .help lists them all
      .top takes a whole number, at least 1
      1 words; of fewer than three, none is the odd one out
      "
    `);
  });

  test("changes how many answers, among which rows, and by which objective", async () => {
    const lines = [
      ".top 1",
      "queen",
      ".restrict 2",
      "queen",
      ".restrict 0",
      ".objective mul",
      "king - man + woman",
      ".objective sum",
    ];
    const { output, failed, errors } = await typed([`${lines.join("\n")}\n`], { isTerminal: false });
    expect({ failed, errors }).toEqual({ failed: 1, errors: ".objective is add or mul\n" });
    expect(output).toMatchInlineSnapshot(`
      "  king   0.9718
        woman   0.3333
        queen   1.0638
      "
    `);
  });

  test("completes words and commands with Tab", async () => {
    const { output } = await typed(["que", TAB, " - wom", TAB, " + ma", TAB, "\n", CTRL_D]);
    expect(output).toContain("> queen - woman + man\n  king ");
    expect((await typed([".he", TAB, "\n", CTRL_D])).output).toContain("near king and woman, far from man");
    expect((await typed(["__", TAB, "\n", CTRL_D])).output).toContain("> __proto__\n");
  });

  test("shows what a start may become after a second Tab", async () => {
    const { output } = await typed(["ki", TAB, TAB, CTRL_D]);
    expect(output).toContain("> king\nking\nkingdom\n");
  });

  test("goes back in history, also in that of former sessions, and hands on what is typed", async () => {
    const kept: string[] = [];
    const { output } = await typed(["man ~ king\n", "  \n", UP, UP, "\n", CTRL_D], {
      history: ["queen ~ king", "woman"],
      onLine: (line) => kept.push(line),
    });
    expect(output.match(/> queen ~ king\n {2}0\.9718/)).not.toBeNull();
    expect(kept).toEqual(["man ~ king", "queen ~ king"]);
  });

  test("drops a line at Ctrl-C, and ends at Ctrl-C on an empty one, at Ctrl-D, and at .exit", async () => {
    const dropped = await typed(["man ~ wom", CTRL_C, "king ~ queen\n", CTRL_C]);
    expect(dropped.output).toContain("^C\n> king ~ queen\n  0.9718\n> \n");
    expect(dropped.failed).toBe(0);
    expect((await typed([CTRL_D])).output).toBe("> \n");
    expect((await typed([".exit\n", "king\n"])).output).toBe("> .exit\n\n");
  });

  test("shows no prompt where nobody types", async () => {
    expect((await typed(["king ~ queen\n\n"], { isTerminal: false })).output).toBe("  0.9718\n");
  });
});
