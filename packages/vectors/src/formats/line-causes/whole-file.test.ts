import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import type { ReadingNote } from "../../messages/reading-note.js";
import { decodeWordList } from "../../word-lists/decode-word-list.js";
import { decodeVectors } from "../decode-vectors.js";
import { decodeText } from "../text/decode-text.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of a text: the error, or else the notes but for that on few numbers. */
function said(text: string): string {
  const notes: ReadingNote[] = [];
  try {
    decodeVectors(bytes(text), { onNote: (note) => notes.push(note) });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return notes
    .filter(({ kind }) => kind !== "few-numbers")
    .map(({ message }) => message)
    .join("\n");
}

/** What the command of a message makes of a text. */
function mended(text: string, message: string): string {
  const [, command = ""] = /can be read: (.*) > OUT/.exec(message) ?? [];
  expect(command).not.toBe("");
  const file = join(folder, "file");
  writeFileSync(file, text);
  execFileSync("sh", ["-c", `${command.replace("FILE", file)} > ${file}.out`]);
  return readFileSync(`${file}.out`, "utf8");
}

const table = (row: (i: number) => string) => Array.from({ length: 30 }, (_, i) => row(i)).join("");

describe.skipIf(process.platform === "win32")(
  "a text that would be read as other words (skipped on Windows: no sh)",
  () => {
    test.each([
      ["returns for newlines", "carriage returns and no newlines", "w0 0.5 0.25\rw1 0.5 0.1\r", 2],
      ["returns, and one newline at the end", "carriage returns", "w0 0.5 0.25\rw1 0.5 0.1\r\n", 2],
      ["returns under a header", "carriage returns and no newlines", "2 2\rw0 0.5 0.25\rw1 0.5 0.1\r", 2],
      [
        "returns under a header, and a mark",
        "the file has carriage returns",
        "\ufeff2 2\rw0 0.5 0.25\rw1 0.5 0.1\r",
        2,
      ],
      ["returns and tabs", "carriage returns and no newlines", "w0\t0.5\t0.25\rw1\t0.5\t0.1\r", 2],
      ["a long text with returns", "carriage returns", table((i) => `w${i} 0.5${" 0.25".repeat(900)}\r`), 30],
      ["returns below a header with a newline", "line 2 has carriage returns", "2 2\nw0 0.5 0.25\rw1 0.5 0.1\r", 2],
      ["row numbers and tabs", 'in its word, "0\\tw0"', table((i) => `${i}\tw${i}\t0.5\t0.25\n`), 30],
      ["row numbers from 1 and tabs", 'in its word, "1\\tw0"', table((i) => `${i + 1}\tw${i}\t0.5\t0.25\n`), 30],
      ["row numbers and spaces", "the number of its row", table((i) => `${i} w${i} 0.5 0.25\n`), 30],
      ["row numbers under a header", "the number of its row", `30 2\n${table((i) => `${i} w${i} 0.5 0.25\n`)}`, 30],
      ["tabs before words", "in its word", table((i) => `\tw${i}\t0.5\t0.25\n`), 30],
      ["a space before words", "sed 's/^ //'", table((i) => ` w${i} 0.5 0.25\n`), 30],
      ["a space before words and header", "sed 's/^ //'", ` 30 2\n${table((i) => ` w${i} 0.5 0.25\n`)}`, 30],
      ["spaces before words", "no white space", table((i) => `  w${i} 0.5 0.25\n`), 30],
      ["colons", "a colon and a number", table((i) => `w${i}:0.5 0.25 0\n`), 30],
      ["colons under a header", "a colon and a number", `30 2\n${table((i) => `w${i}:0.5 0.25 0\n`)}`, 30],
      ["equals signs", "an equals sign and a number", table((i) => `w${i}=0.5 0.25 0\n`), 30],
    ])("is told of %s", (_, cause, text, count) => {
      const message = said(text);
      expect(message).toContain(cause);
      expect(message).not.toContain("\n");
      const read = decodeVectors(bytes(mended(text, message)));
      expect(read.words).toEqual(Array.from({ length: count }, (_, i) => `w${i}`));
      expect([...read.data].slice(0, 2)).toEqual([0.5, 0.25]);
    });

    test("keeps a colon inside a word", () => {
      const text = "a:b:0.5 0.25\nc:d:0.5 0.25\n";
      expect(decodeVectors(bytes(mended(text, said(text)))).words).toEqual(["a:b", "c:d"]);
    });
  },
);

describe("a text of whole lines", () => {
  test("with returns is refused by decodeText and as a list", () => {
    expect(() => decodeText(bytes("2 2\rw0 0.5 0.25\rw1 0.5 0.1\r"))).toThrow("tr '\\r' '\\n' < FILE > OUT");
    expect(() => decodeWordList(bytes("a\rb\rc\r"))).toThrow(
      "the list has carriage returns and no newlines at the end of its lines; newlines can be read: tr '\\r' '\\n' < FILE > OUT",
    );
    expect(decodeWordList(bytes("a\r\nb\r\n")).words).toEqual(["a", "b"]);
  });

  test.each([
    ["1 1\na\rb 2\n", 'such as "a\\rb"'],
    // More numbers than before the return: those before are a part of the word.
    ["2 2\nno 7\rx 1 2\nb 3 4\n", 'such as "no 7\\rx"'],
    ["a 1 2\nb 3 4\n", ""],
    ["2 2\n0 1.5 2\n1 3 4\n", ""],
    ["12:30 1.5 2\nb 3 4\n", ""],
    ["0 a 1.5 2\n2 b 3 4\n", ""],
  ])("%j has the notes %j", (text, note) => {
    if (note === "") expect(said(text)).toBe("");
    else expect(said(text)).toContain(note);
  });

  test("names a tab in one word among tabs", () => {
    expect(said("tea\t1.5\t2\nnew\tyork\t3\t4\n")).toBe(
      'decodeVectors: line 2 has a tab in its word, "new\\tyork", and tabs between its columns; has each line a word and then numbers?',
    );
  });

  test("takes two columns, a number and a word, for no rows with their number", () => {
    expect(said("1;tea\n2;pot\n")).not.toMatch(/counts the rows|cut -d/);
    expect(said("1;tea;0.5\n2;pot;0.5\n")).toContain("the first counts the rows");
  });

  test.each(["-nan(ind)", "nan(0x8000)", "1.#INF", "inf."])(
    "takes %s for a number that is written otherwise",
    (number) => {
      expect(said(`a 1.5 2\nb 1.5 ${number}\nc 1 2\nd 1 2\n`)).toContain(
        "did training diverge, or is it written in another way?",
      );
    },
  );

  test.each(["nan", "inf", "1e39"])("blames no header for %s", (number) => {
    expect(
      said(
        `9 2\n${"abcde"
          .split("")
          .map((w) => `${w} 1.5 2\n`)
          .join("")}f ${number} 2\ng 1 2\nh 1 2\ni 1 2\n`,
      ),
    ).toBe(
      `decodeText: line 7, number 1 is "${number}", not a finite number; did training diverge, or is the number too large for f32?`,
    );
    expect(said(`a 1.5 2\nb ${number} 2\nc 1 2\nd 1 2\n`)).toContain(
      "did training diverge, or is the number too large",
    );
    expect(said(`a ${number} 2\nc 1 2\nd 1 2\n`)).toContain("did training diverge, or is the number too large");
  });
});
