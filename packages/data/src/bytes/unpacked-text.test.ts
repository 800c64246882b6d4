import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corpusFromText, readCorpus } from "../corpus/read-corpus.js";

const text = "the cat\nthe dög\n";
const complaint = (promise: Promise<unknown>) => promise.then(() => "none", String);
const bytes = (start: string) => Buffer.from(start.padEnd(600), "latin1");
const of = (...start: number[]) => Buffer.concat([Buffer.from(start), Buffer.alloc(600)]);

/** An archive of tar with one file of no bytes. */
function tar(): Buffer {
  const header = Buffer.alloc(1024);
  header.write("text8.txt\0");
  header.write("00000000000", 124);
  header.write("        ", 148);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return header;
}

describe("readCorpus(chunks) of what is packed", () => {
  test("unpacks gzip of several members, in chunks of any length", async () => {
    const packed = Buffer.concat([gzipSync("the cat\nthe d"), gzipSync("ög\n"), gzipSync("")]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: packed.length }), async (length) => {
        const chunks = Array.from({ length: Math.ceil(packed.length / length) }, (_, i) =>
          packed.subarray(i * length, (i + 1) * length),
        );
        expect(await readCorpus(chunks)).toEqual(corpusFromText(text));
      }),
    );
  });

  test("says that gzip is damaged or cut off, or that something follows it", async () => {
    const packed = gzipSync(text);
    const options = { source: "a.gz" };
    expect(await complaint(readCorpus([packed.subarray(0, -9)], options))).toMatchInlineSnapshot(
      `"Error: readCorpus: a.gz is broken as a gzip file (the packed data ends early, at byte 28); is it damaged, or cut short?"`,
    );
    expect(await complaint(readCorpus([packed, bytes("text")], options))).toMatchInlineSnapshot(
      `"Error: readCorpus: a.gz is broken as a gzip file (from byte 37 on, behind the packed data, there is something else)"`,
    );
  });

  test("passes on what the source fails with", async () => {
    function* broken() {
      yield gzipSync(text).subarray(0, 20);
      throw new Error("connection lost");
    }
    expect(await complaint(readCorpus(broken()))).toBe("Error: connection lost");
  });

  test.each([
    [
      "text8.zip",
      bytes(`${"PK\x03\x04\x14\0\0\0\x08\0".padEnd(30, "\0")}text8`),
      "a zip archive",
      "unzip -p text8.zip > text8.txt",
    ],
    [
      "a.docx",
      bytes(`${"PK\x03\x04".padEnd(30, "\0")}[Content_Types].xml`),
      "an Office document",
      "pandoc -t plain -o a.txt a.docx",
    ],
    [
      "a.epub",
      bytes(`${"PK\x03\x04".padEnd(30, "\0")}mimetypeapplication/epub+zip`),
      "an EPUB book",
      "pandoc -t plain -o a.txt a.epub",
    ],
    ["text.bz2", bytes("BZh91AY&SY"), "compressed with bzip2", "bunzip2 -c text.bz2 > text.txt"],
    [
      "empty.bz2",
      of(0x42, 0x5a, 0x68, 0x39, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90),
      "compressed with bzip2",
      "bunzip2 -c",
    ],
    ["text.zst", of(0x28, 0xb5, 0x2f, 0xfd), "compressed with zstd", "zstd -dc text.zst > text.txt"],
    ["text.txt.xz", bytes("\xfd7zXZ\0"), "compressed with xz", "xz -dc text.txt.xz > text.txt"],
    ["text.7z", bytes("7z\xbc\xaf\x27\x1c"), "a 7z archive", "7z x -so text.7z > text.txt"],
    ["my text.rar", bytes("Rar!\x1a\x07\x01\0"), "a RAR archive", "unrar p -inul 'my text.rar' > 'my text.txt'"],
    ["it's.lz4", of(4, 0x22, 0x4d, 0x18), "compressed with lz4", "lz4 -dc 'it'\\''s.lz4' > 'it'\\''s.txt'"],
    ["text.tar", tar(), "a tar archive", "tar xOf text.tar > text.txt"],
    ["text.tar.gz", gzipSync(tar()), "a tar archive", "tar xOf text.tar.gz > text.txt"],
    ["text.txt.gz.gz", gzipSync(gzipSync(text)), "compressed with gzip", "gunzip -c text.txt.gz.gz > "],
    ["paper.pdf", bytes("%PDF-1.7\n"), "a PDF document", "pdftotext paper.pdf paper.txt"],
    ["old.doc", bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Office document", "catdoc old.doc > old.txt"],
    [
      "notes.txt",
      Buffer.from("\ufeffthe cat", "utf16le"),
      "text in UTF-16",
      "iconv -f UTF-16 -t UTF-8 notes.txt > notes.utf8.txt",
    ],
    ["a.txt", Buffer.from("the cat sat", "utf16le"), "text in UTF-16", "iconv -f UTF-16LE -t UTF-8 a.txt > a.utf8.txt"],
    ["notes.txt", of(0xff, 0xfe, 0, 0, 0x61), "text in UTF-32", "iconv -f UTF-32 -t UTF-8 notes.txt > notes.utf8.txt"],
    ["pictures/cat.png", bytes("\x89PNG\r\n\x1a\n"), "a PNG picture", "what can be read is plain text in UTF-8"],
    ["cat.webp", bytes("RIFF\x10\0\0\0WEBP"), "a WebP picture", "what can be read is plain text in UTF-8"],
    ["vectors.npy", bytes("\x93NUMPY\x01\0"), "a NumPy array", "what can be read is plain text in UTF-8"],
    ["rows.parquet", bytes("PAR1\x15\0"), "a Parquet file", "what can be read is plain text in UTF-8"],
    [
      "text8",
      bytes("version https://git-lfs.github.com/spec/v1\n"),
      "a pointer of Git LFS, not the text itself",
      "git lfs pull",
    ],
  ])("names %s by its first bytes, with the way out", async (source, file, name, wayOut) => {
    const message = await complaint(readCorpus([file.subarray(0, 3), file.subarray(3)], { source }));
    expect(message.slice(0, message.indexOf(";"))).toBe(`Error: readCorpus: ${source} is ${name}`);
    expect(message).toContain(wayOut);
    expect(message).not.toContain("\n");
  });

  test("names a program to use where the text has no name", async () => {
    expect(await complaint(readCorpus([bytes("BZh91AY&SY")]))).toMatchInlineSnapshot(
      `"Error: readCorpus: the text is compressed with bzip2; make text of it first, as bunzip2 does"`,
    );
  });

  test.each([
    "the new WEBP format",
    "BZh91 is how it begins",
    "PAR1 is a word",
    "PK is another",
    "II* and MM",
    "7z x\n",
  ])("reads %j, which is text", async (text) => {
    expect(await readCorpus([Buffer.from(text)])).toEqual(corpusFromText(text));
    expect(await readCorpus([bytes(text)])).toEqual(corpusFromText(text.padEnd(600)));
  });
});
