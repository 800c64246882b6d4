import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ReadingNote } from "@wordloom/vectors";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AnalogyLines, readAnalogies } from "./read-analogies.js";
import { readPairs } from "./read-pairs.js";

const APPLE_DOUBLE = Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0, ...Buffer.from("Mac OS X        ")]);
const README = "These word pairs come from a paper, which anybody who uses them should cite.\n\nThanks\n";
const DEBRIS: Readonly<Record<string, string | Buffer>> = {
  "._small.txt": APPLE_DOUBLE,
  "__MACOSX/._small.txt": APPLE_DOUBLE,
  "__MACOSX/small.txt": APPLE_DOUBLE,
  ".DS_Store": APPLE_DOUBLE,
  "Thumbs.db": APPLE_DOUBLE,
  "desktop.ini": "[.ShellClassInfo]\n",
  ".git/info.txt": "nothing\n",
  ".ipynb_checkpoints/small-checkpoint.txt": "tea\tpot\t1\n",
  "small.txt~": "tea\tpot\t1\n",
  "small.txt.bak": "tea\tpot\t1\n",
  ".small.txt.swp": APPLE_DOUBLE,
  "#small.txt#": "tea\n",
  "~$small.txt": APPLE_DOUBLE,
  "sub/.hidden/x.txt": "tea\n",
};

let folder: string;
let notes: ReadingNote[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-test-sets-"));
  notes = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
const told = () => notes.map(({ kind, count }) => [kind, count]);
const message = (text: unknown) => String(text).replaceAll(folder, "FOLDER").replaceAll("\\", "/");
const pairs = (path = folder) => readPairs([path], undefined, (note) => notes.push(note));
const analogies = (lines?: AnalogyLines, path = folder) => readAnalogies([path], lines, (note) => notes.push(note));
const failure = (promise: Promise<unknown>) => promise.then(() => "no error", message);

describe("readPairs([folder])", () => {
  test("leaves out debris, and counts it", async () => {
    write({ ...DEBRIS, "small.txt": "tea\tpot\t8.1\n", "sub/more.CSV": "cup,milk,6.2\n" });
    expect((await pairs()).map(({ name }) => name)).toEqual(["more.CSV", "small.txt"]);
    expect(told()).toEqual([["debris-left-out", Object.keys(DEBRIS).length]]);
  });

  test("leaves out other endings, documents and empty files, and names them", async () => {
    write({
      "small.txt": "tea\tpot\t8.1\n",
      "README.txt": README,
      "instructions.txt": "Hello,\n\nOn the next page there are some pairs of words to be rated by you.\n",
      "about the data.txt": README,
      "LICENSE.txt": "MIT\n",
      LICENSE: "MIT\n",
      "README.md": README,
      "metadata.json": "{}\n",
      "empty.txt": "",
      "blank.csv": "\ufeff\n \n",
    });
    expect((await pairs()).map(({ name }) => name)).toEqual(["small.txt"]);
    expect(notes.map((note) => ({ ...note, message: message(note.message) }))).toMatchInlineSnapshot(`
      [
        {
          "count": 3,
          "kind": "other-endings-left-out",
          "message": "3 files (LICENSE, README.md, metadata.json) of FOLDER were left out: not named *.txt, *.csv, *.tsv or *.tab",
        },
        {
          "count": 2,
          "kind": "empty-files-left-out",
          "message": "2 files (blank.csv, empty.txt) of FOLDER were left out: empty",
        },
        {
          "count": 4,
          "kind": "documents-left-out",
          "message": "4 files (LICENSE.txt, README.txt, about the data.txt, 1 more) of FOLDER were left out: documents, not pairs",
        },
      ]
    `);
  });

  test("reads a file that is called as documents are, if it is a test set", async () => {
    write({ "version.txt": "tea\tpot\t8.1\n" });
    expect(await pairs()).toHaveLength(1);
  });

  test("ends with a line where a test set has a fault, and says how to leave a file out that is none", async () => {
    write({ "small.txt": "tea\tpot\t8.1\n", "x.txt": "tea\tpot\t8.1\ncup\tmilk\n" });
    expect(await failure(pairs())).toMatchInlineSnapshot(
      `"Error: parseWordPairs: line 2 is "cup/tmilk", not two words and a number (FOLDER/x.txt)"`,
    );
    write({ "x.txt": "tea pot\ncup milk\n" });
    expect(await failure(pairs())).toMatchInlineSnapshot(
      `"Error: parseWordPairs: line 1 is "tea pot", not two words and a number (FOLDER/x.txt); to leave the file out, name the others one by one, or end its name in .bak"`,
    );
    write({ "x.txt": APPLE_DOUBLE });
    expect(await failure(pairs())).toMatchInlineSnapshot(`"Error: FOLDER/x.txt is not text: it has zero bytes in it"`);
    write({ "x.txt": "\ufefftea\tpot\t1\n" });
    writeFileSync(join(folder, "x.txt"), Buffer.from("\ufefftea\tpot\t1\n", "utf16le"));
    expect(await failure(pairs())).toMatchInlineSnapshot(`"Error: FOLDER/x.txt is UTF-16; save it as UTF-8"`);
  });

  test("refuses a folder in which nothing is left, and says what was there", async () => {
    expect(await failure(pairs())).toMatchInlineSnapshot(
      `"Error: FOLDER is a folder without a test set: no file ends in .txt, .csv, .tsv or .tab"`,
    );
    write({ "._small.txt": APPLE_DOUBLE, "a.json": "{}" });
    expect(await failure(pairs())).toMatchInlineSnapshot(
      `"Error: FOLDER is a folder without a test set: no file ends in .txt, .csv, .tsv or .tab; left out: 2 files (._small.txt, a.json)"`,
    );
    write({ "README.txt": README });
    expect(await failure(pairs())).toMatchInlineSnapshot(
      `"Error: FOLDER is a folder without a test set; left out: README.txt"`,
    );
  });

  test("is not troubled by what the folder itself is called", async () => {
    write({ ".data/__MACOSX/x~/small.txt": "tea\tpot\t8.1\n" });
    expect(await pairs(join(folder, ".data/__MACOSX/x~"))).toHaveLength(1);
    expect(notes).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("follows links to files (not on Windows)", async () => {
    write({ "data/small": "tea\tpot\t8.1\n", "links/x.json": "{}" });
    symlinkSync(join(folder, "data/small"), join(folder, "links/small.txt"));
    expect(await pairs(join(folder, "links"))).toHaveLength(1);
  });

  test("says where lines are not UTF-8", async () => {
    write({ "small.txt": Buffer.from("caf\xe9\tpot\t8.1\ntea\tpot\t1\n", "latin1") });
    await pairs();
    expect(told()).toEqual([["not-utf8", 1]]);
    notes = [];
    write({ "small.txt": "caf\ufffd\tpot\t8.1\n" });
    await pairs();
    expect(notes).toEqual([]);
  });
});

describe("readAnalogies([path])", () => {
  const family = "boy girl brother sister\nking queen man woman\n";

  test("takes a folder of files without sections for one set, a section a file", async () => {
    write({
      ...DEBRIS,
      "family.txt": family,
      "gram1.txt": "good better bad worse\n",
      "README.txt": README,
      "x.yml": "",
    });
    expect(await analogies()).toMatchObject([
      {
        sections: [
          { name: "family", questions: { length: 2 } },
          { name: "gram1", questions: { length: 1 } },
        ],
      },
    ]);
    expect(told()).toEqual([
      ["debris-left-out", Object.keys(DEBRIS).length],
      ["other-endings-left-out", 1],
      ["documents-left-out", 1],
      ["file-is-section", 2],
    ]);
  });

  test("takes one file without sections for a section", async () => {
    write({ "family.txt": family });
    expect(await analogies(undefined, join(folder, "family.txt"))).toEqual([
      {
        name: "family.txt",
        sections: [
          { name: "family", questions: [family.split("\n")[0].split(" "), ["king", "queen", "man", "woman"]] },
        ],
      },
    ]);
    expect(told()).toEqual([["file-is-section", 1]]);
  });

  test("takes BATS's folder, vecto's files with metadata beside, and one of either", async () => {
    write({ "1_x/E06 [animal - young].txt": "ape\tbaby/infant\nbear\tcub\n", "1_x/D01 [x].txt": "a\tb\nc\td\n" });
    expect(await analogies()).toMatchObject([{ categories: [{ name: "D01 [x]" }, { name: "E06 [animal - young]" }] }]);
    expect(notes).toEqual([]);
    write({ "metadata.json": "{}", "animals.txt": "ape\tbaby/infant\nbear\tcub\n" });
    expect(await analogies()).toMatchObject([{ categories: { length: 3 } }]);
    expect(told()).toEqual([
      ["other-endings-left-out", 1],
      ["read-as-pairs", 3],
    ]);
    expect(await analogies(undefined, join(folder, "animals.txt"))).toMatchObject([
      { categories: [{ name: "animals" }] },
    ]);
  });

  test("joins files with sections", async () => {
    write({ "a.txt": `: family\n${family}`, "b.txt": ": gram1\na b c d\n" });
    expect(await analogies()).toMatchObject([{ sections: [{ name: "family" }, { name: "gram1" }] }]);
  });

  test("lets it be chosen where lines are both", async () => {
    write({ "x.txt": "New York\tUnited States\nSan José\tCosta Rica\n" });
    expect(await analogies()).toMatchObject([{ categories: [{ pairs: { length: 2 } }] }]);
    expect(message(notes[0].message)).toMatchInlineSnapshot(
      `"lines of FOLDER were read as pairs of a word and its answers, as in BATS; --analogy-lines questions reads them as questions of four words"`,
    );
    expect(await analogies("questions")).toMatchObject([{ sections: [{ questions: { length: 2 } }] }]);
    expect(
      await failure(
        analogies("pairs")
          .then(() => write({ "x.txt": family }))
          .then(() => analogies("pairs")),
      ),
    ).toMatch(/line 1 is .* not a word, a tab and answers/);
  });

  test("names the line that is none, and files that do not go together", async () => {
    write({ "family.txt": `${family}a b c\n` });
    expect(await failure(analogies())).toMatchInlineSnapshot(
      `"Error: parseAnalogies: line 3 has 3 words; a question has four (FOLDER/family.txt)"`,
    );
    write({ "family.txt": `a b c d e\n${family}` });
    expect(await failure(analogies(undefined, join(folder, "family.txt")))).toMatchInlineSnapshot(
      `"Error: parseAnalogies: line 1 has 5 words; a question has four (FOLDER/family.txt)"`,
    );
    write({ "family.txt": "a b c\nd e f\n" });
    expect(await failure(analogies())).toMatchInlineSnapshot(
      `"Error: parseAnalogies: line 1 has 3 words; a question has four (FOLDER/family.txt); to leave the file out, name the others one by one, or end its name in .bak"`,
    );
    write({ "family.txt": family, "young.txt": "ape\tbaby/infant\nbear\tcub\n" });
    expect(await failure(analogies())).toMatchInlineSnapshot(
      `"Error: FOLDER mixes test sets: family.txt has questions without sections, young.txt pairs, as BATS has; put them into separate folders, or name the files"`,
    );
  });
});
