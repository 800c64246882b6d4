import { describe, expect, test } from "vitest";
import { detectFormat } from "./detect-format.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const magic = (...start: number[]) => String.fromCharCode(...start, ...new Uint8Array(60));

describe("detectFormat(bytes)", () => {
  test.each([
    ["numbers of text", "1 2\na 1 -2e-3\n", "text"],
    ["a number that is none", "1 2\na 1 nan\n", "text"],
    ["a misspelled number", "1 2\na 1 2,5\n", "text"],
    ["decimal commas that fill the file as numbers", "2 2\n10,000 0,25 -0,01\nhaus 0,96 1,0", "text"],
    ["too few numbers", "1 2\na 1\n", "text"],
    ["no row at all", "1 2\n", "text"],
    ["numbers after a word with spaces and accents", "1 2\nd\xe9j\xe0 vu \xe0 1 2\n", "text"],
    ["numbers after a byte order mark and CRLF", "\xef\xbb\xbf1 2\r\na 1 2\r\n", "text"],
    ["numbers after a word that is white space", "1 2\n\r 1 2\n", "text"],
    ["bytes of no text", "1 1\na \0\0\x80\x3f\n", "binary"],
    ["printable bytes that fill the file as numbers", "2 1\na abc?\nb abc?\n", "binary"],
    ["a newline as the first byte of a number", "1 1\na \nbc?", "binary"],
    ["a newline between header and row", "1 1\n\na \0\0\x80\x3f", "binary"],
    ["a word and numbers without a header", "the 0.1 0.2\nof 0.3 0.4\n", "glove"],
    ["words with spaces in front of numbers", ". . . 0.1 0.2\n", "glove"],
    ["a first word that other files start with", "GGUF 0.1 0.2\n[UNK] 0.3 0.4\n", "glove"],
    ["a first word that is a byte order mark", "\xef\xbb\xbf 0.1 0.2\n", "glove"],
    ["tabs between numbers", "0.1\t0.2\n0.3\t0.4\n", "tsv"],
    ["whole numbers that could be a header, but for the next line", "1\t2\n3\t4\n", "tsv"],
    ["whole numbers that could be a header of nothing", "1\t2\n", "tsv"],
    ["one number on each line", "0.5\n-1\n", "tsv"],
    ["NumPy's magic", magic(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0), "npy"],
    ["a length in eight bytes and a brace", "\x10\0\0\0\0\0\0\0{}              ", "safetensors"],
  ])("goes by %s", (_, file, format) => {
    expect(detectFormat(bytes(file))).toBe(format);
  });

  test.each([
    [magic(0x1f, 0x8b), "compressed with gzip; readVectors unpacks it"],
    [magic(0xba, 0x16, 0x4f, 0x2f), "a fastText model; read the .vec file that fastText writes beside it"],
    [magic(0x50, 0x4b, 3, 4), "a zip archive, as .npz files and downloads are, not a file; take"],
    [magic(0x28, 0xb5, 0x2f, 0xfd), "compressed with zstd; unpack it first"],
    [magic(0xfd, 0x37, 0x7a, 0x58, 0x5a), "compressed with xz; unpack it first"],
    ["BZh91AY&SY\x07\0", "compressed with bzip2; unpack it first"],
    [`\x89HDF${magic()}`, "an HDF5 file"],
    [`GGUF${magic()}`, "a GGUF model"],
    [`FiFu${magic()}`, "a finalfusion file; finalfusion-utils converts it to word2vec's format"],
    [magic(0x80, 4, 0x95), "a Python pickle; the program that wrote it reads it"],
    ["\xff\xfe1\0 \x002\0\n\0", "text in UTF-16; save it as UTF-8"],
    [
      "version https://git-lfs.github.com/spec/v1\noid sha256:0",
      "a pointer of Git LFS, not the file itself; git lfs pull fetches that",
    ],
    ["<!DOCTYPE html>\n<title>404</title>", "a web page; was the download refused?"],
    ['{"the": [0.1, 0.2]}\n', "JSON; what has a word and its numbers on each line can be read: node -e"],
    ['{"word": "the", "vector": [1, 2]}\n{"word": "of", "vector": [2, 3]}\n', "JSON lines"],
    ['[{"word": "the", "vector": [1, 2]}]', "JSON; what has a word"],
    ["{'the': [0.1, 0.2]}\n", "what Python prints of a dictionary"],
    ["[('the', [0.1, 0.2])]\n", "what Python prints of a dictionary"],
    ["50000 300 4 5 2 2166136261 < >\n0 0.1 0.2\n", "floret's hashed table, whose rows have no words"],
  ])("names what %j begins", (file, name) => {
    expect(() => detectFormat(bytes(file), { source: "file" })).toThrow(`decodeVectors: the file is ${name}`);
  });

  test("shows the start of what it does not know", () => {
    const options = { source: "file" };
    expect(() => detectFormat(bytes(""), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is empty (file)]`,
    );
    expect(() => detectFormat(bytes("Call me Ishmael.\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 is "Call me Ishmael."; the formats that are known, word2vec's, GloVe's, .npy, safetensors and the projector's, start in other ways (file)]`,
    );
    expect(() => detectFormat(bytes("the\t0.1\tabc\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 is "the\\t0.1\\tabc"; the formats that are known, word2vec's, GloVe's, .npy, safetensors and the projector's, start in other ways (file)]`,
    );
    expect(() => detectFormat(bytes("\u0007".repeat(1000)), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 is "\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007\\u0007…"; the formats that are known, word2vec's, GloVe's, .npy, safetensors and the projector's, start in other ways (file)]`,
    );
  });
});
