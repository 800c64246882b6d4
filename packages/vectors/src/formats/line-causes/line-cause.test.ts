import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { ReadingNote } from "../../messages/reading-note.js";
import { decodeVectors } from "../decode-vectors.js";

const bytes = (text: string) => new TextEncoder().encode(text);

function complaint(text: string): string {
  try {
    decodeVectors(bytes(text));
    return "none";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command of a message makes of a text. */
function mended(text: string, message: string): string {
  const [, command = ""] = /can be read: (.*) > OUT$/.exec(message) ?? [];
  const file = join(folder, "file");
  writeFileSync(file, text);
  const out = execFileSync("sh", ["-c", `${command.replace("FILE", file)} > ${file}.out`]);
  expect(String(out)).toBe("");
  return readFileSync(`${file}.out`, "utf8");
}

describe.skipIf(process.platform === "win32")("the command in a message (skipped on Windows: no sh)", () => {
  test.each([
    ["JSON of words", "JSON", '{"tea": [0.25, 0.5], "pot": [0.5, -1]}'],
    ["commas", "commas between them", "tea,0.25,0.5\npot,0.5,-1\n"],
    ["commas under a header", "commas between them", "2 2\ntea,0.25,0.5\npot,0.5,-1\n"],
    ["commas and spaces", "commas between them", "tea, 0.25, 0.5\npot, 0.5, -1\n"],
    ["commas and CRLF", "commas between them", "tea,0.25,0.5\r\npot,0.5,-1\r\n"],
    ["one line of CSV", "commas between them", "tea,0.25,0.5", ["tea"]],
    ["CSV of pandas", "line 1 names them", ",0,1\ntea,0.25,0.5\npot,0.5,-1\n"],
    ["CSV with row numbers", "the first counts the rows", ",word,0,1\n0,tea,0.25,0.5\n1,pot,0.5,-1\n"],
    ["quoted CSV", "words are in quotes", '"word","a","b"\n"tea","0.25","0.5"\n"pot","0.5","-1"\n'],
    ["CSV with quotes where they must be", "commas between", 'tea,0.25,0.5\n"a,b",0.5,-1\n', ["tea", "a b"]],
    ["CSV that begins with quotes", "commas between", '"a,b",0.25,0.5\ntea,0.5,-1\n', ["a b", "tea"]],
    ["CSV with half a pair of quotes", "commas between", '"tea,0.25,0.5\npot,0.5,-1\n'],
    ["a dictionary's lines", "words in quotes before a colon", "'tea': [0.25, 0.5],\n'pot': [0.5, -1],\n"],
    ["lines of JSON", "words in quotes before a colon", '2 2\n"tea":[0.25,0.5],\n"pot":[0.5,-1]\n'],
    ["a header with a comma", "a header with a comma in it", "2,2\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a header with a comma and a space", "a header with a comma in it", "2, 2\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a header with a semicolon", "a header with a semicolon in it", "2;2\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["semicolons", "semicolons between them", "tea;0.25;0.5\npot;0.5;-1\n"],
    ["semicolons and decimal commas", "decimal commas", "w;a;b\ntea;0,25;0,5\npot;0,5;-1,0\n"],
    [
      "a table in Markdown",
      "bars between them",
      "| word | a | b |\n|---|---|---|\n| tea | 0.25 | 0.5 |\n| pot | 0.5 | -1 |\n",
    ],
    ["a table in LaTeX", "ampersands between them", "tea & 0.25 & 0.5 \\\\\npot & 0.5 & -1 \\\\ \\hline\n"],
    ["decimal commas", "decimal commas", "tea 0,25 0,5\npot 0,5 -1\n"],
    ["decimal commas between tabs", "decimal commas", "tea\t0,25\t0,5\npot\t0,5\t-1\n"],
    ["decimal commas under a header", "decimal commas", "2 2\ntea 0,25 0,5\npot 0,5 -1\n"],
    ["thousands", "thousands have commas", "2 2\ntea 0.25 0.5\npot 1,234.5 -1\n"],
    ["arrays of NumPy", "brackets", "tea [0.25 0.5]\npot [0.5 -1.]\n"],
    ["lists of Python", "brackets", "2 2\ntea [0.25, 0.5]\npot [0.5, -1]\n"],
    ["tuples", "brackets", "tea (0.25, 0.5)\npot (0.5, -1)\n"],
    ["R's write.table", "in quotes, as R writes them", '"V1" "V2"\n"tea" 0.25 0.5\n"pot" 0.5 -1\n'],
    ["a heading", "seems to name the columns", "word x y\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a comment", "seems to be a comment", "# made by hand\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a header with more", "a header with something behind it", "2 2 skipgram\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a header with a wrong dimension", "is the header wrong?", "9 7\ntea 0.25 0.5\npot 0.5 -1\n"],
    ["a column of counts", "may be a count", "2 2\ntea 99 0.25 0.5\npot 7 0.5 -1\n"],
  ])("mends %s", (_, cause, text, words = ["tea", "pot"]) => {
    const message = complaint(text);
    expect(message).toContain(cause);
    expect(message).not.toContain("\n");
    const read = decodeVectors(bytes(mended(text, message)));
    expect(read.words).toEqual(words);
    expect([...read.data].slice(0, 2)).toEqual([0.25, 0.5]);
  });
});

describe("a message about a text that is no word vectors", () => {
  test.each([
    ["2 2\ntea 1 2\n<<<<<<< HEAD\npot 3 4\n", "the line is a conflict marker of git"],
    ["<<<<<<< HEAD\ntea 1 2\n=======\ntea 3 4\n>>>>>>> 0123abc\n", "the line is a conflict marker of git"],
    ["tea 1 2\npot 3 4\n=======\npot 3 4\n", "the line is a conflict marker of git"],
    ["2 3\ntea 0x1.8p+0 0x1p-1 0x1p-1\n", "numbers are hexadecimal"],
    ["tea [0.1 0.2\n 0.3 0.4]\n", "over several lines"],
    ["3 2\nde 1 2\ncopa 2014 3 4\ncasa 5 6\n", 'is "copa 2014" its word? A phrase that ends in a number'],
    ["de 1 2\ncopa 2014 3 4\ncasa 5 6\n", 'write "copa_2014"'],
    ["3 2\nde 1.5 2\n-1.5 3\ncasa 5 6\n", "is its word empty, or white space?"],
    ["3 2\nde 1.5 2\n 1.5 3\ncasa 5 6\n", "is its word empty, or white space?"],
    [
      "3 2\nde 1 2\n\n 3 4\nof 5 6\n",
      "line 3 is empty; what follows are 2 numbers and no word: is their word a newline?",
    ],
    ["3 2\nde 1 2\nnew\nyork 3 4\nof 5 6\n", "is the word of lines 3 and 4 one, with a newline in it?"],
    ["de 1 2\nnew\nyork 3 4\nof 5 6\n", "is the word of lines 2 and 3 one, with a newline in it?"],
    ["2 4\ntea 1 2\n3 4\npot 5 6 7 8\n", "are lines 2 and 3 one row, broken in two?"],
    ["4 3\na 1 2 3 4\nb 1 2 3 4\n", "are the two numbers of the header the wrong way round?"],
    ["6 2\na 1 2\nb 3 4\n", "the file ends after 2 of 6 rows; was it cut off? { limit: 2 } reads those that are there"],
    ["a 1 2 3\nb 4 5 6\nc 7", "was the file cut off? { limit: 2 } reads what is before"],
    ["a 1 2\nb 3 4\na 1 2\n", '{ duplicates: "skip" } reads the first of each word'],
  ])("of %j says what it may be", (text, cause) => {
    const message = complaint(text);
    expect(message).toContain(cause);
    expect(message).not.toContain("\n");
  });

  test("names the separator of any table", () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const tables = fc.integer({ min: 2, max: 6 }).chain((D) => {
      // No table of counts, nor one so short that under a header it may be a binary file, as "1 2\ntea; 0.5; 0.5\n" is.
      const number = fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -9, max: 9 })
        .filter((number) => !Number.isInteger(number) && `${number}`.length > 4);
      const row = fc.tuple(word, fc.array(number, { minLength: D, maxLength: D }));
      return fc.array(row, { minLength: 1, maxLength: 9 });
    });
    const names = { ",": "commas", ";": "semicolons", "|": "bars", "&": "ampersands" } as const;
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(",", ";", "|", "&"),
        fc.boolean(),
        fc.boolean(),
        (rows, mark, hasHeader, isWide) => {
          const separator = isWide ? `${mark} ` : mark;
          const lines = rows.map(([word, numbers]) => `${[word, ...numbers].join(separator)}\n`);
          const header = hasHeader ? `${rows.length} ${rows[0][1].length}\n` : "";
          expect(complaint(header + lines.join(""))).toContain(`its columns have ${names[mark]} between them`);
        },
      ),
    );
  });
});

describe("the note about marks on words", () => {
  test.each([
    ['"tea" 1 2\n"pot" 3 4\n', "every word stands in double quotes"],
    ["2 2\ntea: 1 2\npot: 3 4\n", 'every word ends in ":"'],
    ["tea 1 2\npot: 3 4\n", undefined],
    ['" 1 2\n"" 3 4\n', undefined],
  ])("for %j", (text, message) => {
    const notes: ReadingNote[] = [];
    decodeVectors(bytes(text), { onNote: (note) => note.kind === "few-numbers" || notes.push(note) });
    if (message === undefined) expect(notes).toEqual([]);
    else expect(notes[0]).toMatchObject({ kind: "marks-on-words", message: expect.stringContaining(message) });
  });
});
