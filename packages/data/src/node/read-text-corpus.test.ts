import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { corpusFromText, readCorpus } from "../corpus/read-corpus.js";
import type { ReadingProgress } from "../corpus/reading-progress.js";
import type { OnNote, ReadingNote } from "../notes/reading-note.js";
import { readTextCorpus } from "./read-text-corpus.js";
import { textChunks } from "./text-chunks.js";

const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

/** What is wrong with a file, with the folder of this run left out. */
async function complaintAbout(path: string): Promise<string> {
  return String(await readTextCorpus(path).catch(String))
    .replaceAll(folder, "FOLDER")
    .replaceAll(`FOLDER${sep}`, "FOLDER/");
}

const text = "the cat\nthe dög\n";

describe("readTextCorpus(path)", () => {
  test("reads a text file", async () => {
    expect(await readTextCorpus(file("plain.txt", text))).toEqual(corpusFromText(text));
  });

  test("passes on what line ends are", async () => {
    const options = { lineEnd: "boundary" } as const;
    expect(await readTextCorpus(file("plain.txt", text), options)).toEqual(corpusFromText(text, options));
  });

  test("passes on what is noted", async () => {
    const told = async (read: (onNote: OnNote) => unknown) => {
      const notes: ReadingNote[] = [];
      await read((note) => void notes.push(note));
      return notes.map(({ kind }) => kind);
    };
    const odd = "the <eos> cat\n";
    const path = file("odd.txt", odd);
    const kinds = await told((onNote) => corpusFromText(odd, { onNote }));
    expect(kinds).not.toEqual([]);
    expect(await told((onNote) => readTextCorpus(path, { onNote }))).toEqual(kinds);
    // Of all files at once.
    expect(await told((onNote) => readTextCorpus([path, path], { onNote }))).toEqual(kinds);
  });

  test("knows a gzipped file by its content", async () => {
    expect(await readTextCorpus(file("gzipped.txt", gzipSync(text)))).toEqual(corpusFromText(text));
    // Two members in one file, as `cat a.gz b.gz` makes them.
    const members = Buffer.concat([gzipSync("the cat\n"), gzipSync("the dög\n")]);
    expect(await readTextCorpus(file("members.gz", members))).toEqual(corpusFromText(text));
  });

  test("reads more than one chunk", async () => {
    const long = "the cat sat on the mat\n".repeat(120_000);
    expect(long.length).toBeGreaterThan(2 * 2 ** 20);
    expect(await readTextCorpus(file("long.txt", long))).toEqual(corpusFromText(long));
    expect(await readTextCorpus(file("long.gz", gzipSync(long)))).toEqual(corpusFromText(long));
  });

  test.skipIf(process.platform === "win32")("reads a pipe, gzipped or not (skipped on Windows: no FIFO)", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const contents of [text, gzipSync(text)]) {
      const [corpus] = await Promise.all([readTextCorpus(pipe), writeFile(pipe, contents)]);
      expect(corpus).toEqual(corpusFromText(text));
    }
  });

  test("reads several files as one text, gzipped or not, in which each file ends a line", async () => {
    const paths = [file("one.txt", "the cat"), file("two.gz", gzipSync("\ufeffthe dog\n")), file("three.txt", "a b")];
    expect(await readTextCorpus(paths)).toEqual(corpusFromText("the cat\nthe dog\na b\n"));
    expect(await readTextCorpus(paths.slice(0, 1))).toEqual(corpusFromText("the cat\n"));
    await expect(readTextCorpus([...paths, join(folder, "missing.txt")])).rejects.toThrow("there is no file");
  });

  test("says how many bytes of the files are read, as they lie there", async () => {
    const packed = gzipSync(text.repeat(1000));
    const paths = [file("plain.txt", text), file("packed.gz", packed)];
    const told: ReadingProgress[] = [];
    await readTextCorpus(paths, { onProgress: (progress) => told.push(progress) });
    const totalBytes = Buffer.byteLength(text) + packed.length;
    expect(told).toEqual([
      { source: paths[0], bytes: Buffer.byteLength(text), totalBytes },
      { source: paths[1], bytes: totalBytes, totalBytes },
    ]);
  });

  test("says in one line what is wrong with a file", async () => {
    expect(await complaintAbout(join(folder, "missing.txt"))).toMatchInlineSnapshot(
      `"Error: readTextCorpus: there is no file FOLDER/missing.txt"`,
    );
    expect(await complaintAbout(folder)).toMatchInlineSnapshot(
      `"Error: readTextCorpus: FOLDER is a directory; name a file in it"`,
    );
    expect(await complaintAbout(file("empty.txt", ""))).toMatchInlineSnapshot(
      `"Error: readCorpus: FOLDER/empty.txt has no words: it is empty; is it the right one?"`,
    );
    expect(await complaintAbout(file("one-byte.txt", "\n"))).toMatchInlineSnapshot(
      `"Error: readCorpus: FOLDER/one-byte.txt has no words: there is nothing but white space in it; is it the right one?"`,
    );
    expect(await complaintAbout(file("nul.bin", "a\nb\0"))).toMatchInlineSnapshot(
      `"Error: readCorpus: byte 3 (line 2) of FOLDER/nul.bin is NUL; is it a binary file, or UTF-16 text?"`,
    );
    expect(await complaintAbout(file("latin1.txt", Uint8Array.of(0x61, 0x20, 0xe9)))).toMatchInlineSnapshot(
      `"Error: readCorpus: byte 2 (line 1) of FOLDER/latin1.txt is not UTF-8; is it a binary file, or text in another encoding such as Latin-1, UTF-16 or EUC-KR?"`,
    );
    expect(await complaintAbout(file("cut.gz", gzipSync(text).subarray(0, -5)))).toMatchInlineSnapshot(
      `"Error: readTextCorpus: FOLDER/cut.gz is broken as a gzip file (unexpected end of file); is it damaged, or cut short?"`,
    );
    expect(await complaintAbout(file("not.gz", Uint8Array.of(0x1f, 0x8b, 7, 7, 7, 7, 7, 7)))).toMatchInlineSnapshot(
      `"Error: readTextCorpus: FOLDER/not.gz is broken as a gzip file (unknown compression method); is it damaged, or cut short?"`,
    );
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "says that a file may not be read (skipped on Windows, and for root, who may)",
    async () => {
      const path = file("secret.txt", text);
      chmodSync(path, 0);
      expect(await complaintAbout(path)).toBe(
        "Error: readTextCorpus: FOLDER/secret.txt may not be read; its permissions forbid it",
      );
    },
  );
});

describe("textChunks(stream)", () => {
  test("unpacks a stream, and tells of its bytes as they were", async () => {
    const packed = gzipSync(text);
    for (const size of [1, 7, packed.length]) {
      const pieces = Array.from({ length: Math.ceil(packed.length / size) }, (_, i) =>
        packed.subarray(i * size, (i + 1) * size),
      );
      const told: Uint8Array[] = [];
      const chunks = textChunks(Readable.from(pieces, { objectMode: false }), { onBytes: (bytes) => told.push(bytes) });
      expect(await readCorpus(chunks)).toEqual(corpusFromText(text));
      expect(Buffer.concat(told)).toEqual(packed);
    }
  });
});
