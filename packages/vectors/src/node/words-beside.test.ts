import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import { hasZstd } from "@wordloom/bytes/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encodeVectors } from "../formats/encode-vectors.js";
import { encodeText } from "../formats/text/encode-text.js";
import type { ReadingNote } from "../messages/reading-note.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { type ReadVectorsOptions, readVectors } from "./read-vectors.js";

const numbers = Float32Array.of(1, 2, 3, 4, 5, 6.5);
const npy = encodeVectors(wordVectors(["x", "y", "z"], numbers), "npy");
const text = new TextDecoder();
const pickle = Uint8Array.of(0x80, 4, 0x7d, 0x71, 0);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-beside-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content);
/** The words that a file is read with and the kinds of notes, or the error. */
async function read(name: string, options: ReadVectorsOptions = {}) {
  const notes: ReadingNote[] = [];
  try {
    const { words } = await readVectors(at(name), { ...options, onNote: (note) => notes.push(note) });
    return { words, notes: notes.map(({ kind }) => kind) };
  } catch (error) {
    return String(error).replaceAll(`${folder}/`, "");
  }
}

describe("readVectors(path) of numbers whose words are beside them", () => {
  test("takes the list that has as many words, and says which", async () => {
    put("vectors.npy", npy);
    put("vocab.txt", "of\nanother\n");
    put("vocabulary.tsv", "tea\t9\npot\t8\ncup\t7\n");
    put("tokenizer.json", '{"model":{"vocab":{"a":0,"b":1,"c":2}}}');
    for (const limit of [1, 2, 3]) {
      const words = ["tea", "pot", "cup"].slice(0, limit);
      expect(await read("vectors.npy", { limit })).toEqual({ words, notes: ["list-beside"] });
    }
    put("vectors.vocab", "e\nf\ng\n");
    expect(await read("vectors.npy")).toEqual({ words: ["e", "f", "g"], notes: [] });
  });

  test("refuses the list that is named for it and has another number of words, whatever else there is", async () => {
    put("vectors.npy", npy);
    put("vectors.vocab", "tea\npot\n");
    put("vocab.txt", "a\nb\nc\n");
    for (const limit of [1, 2, 3]) {
      expect(await read("vectors.npy", { limit })).toBe(
        'Error: decodeVectors: the table has 3 rows, the list "vectors.vocab" 2 words; is it the list of another table? (vectors.npy)',
      );
    }
  });

  test("refuses lists of which none fits, a longer one too", async () => {
    put("vectors.npy", npy);
    put("vocab.txt", "a\nb\nc\nd\n");
    put("tokenizer.json", '{"model":{"vocab":{"a":0}}}');
    expect(await read("vectors.npy", { limit: 1 })).toMatch('3 rows, the list "vocab.txt" 4 words');
    expect(await read("vectors.npy", { list: at("tokenizer.json"), limit: 1 })).toMatch("3 rows");
  });

  test("points at gensim's pickle with the words, unless a list is given", async () => {
    put("w.kv", pickle);
    put("w.kv.vectors.npy", npy);
    put("vocab.txt", "a\nb\nc\n");
    for (const options of [{}, { limit: 1 }]) {
      expect(await read("w.kv.vectors.npy", options)).toBe(
        'Error: readVectors: the file has numbers and no words; these are in w.kv, a Python pickle, which is not read; give a list of them, or write both anew in Python: KeyedVectors.load("w.kv").save_word2vec_format("OUT.bin", binary=True) (w.kv.vectors.npy)',
      );
    }
    expect(await read("w.kv.vectors.npy", { list: at("vocab.txt") })).toEqual({ words: ["a", "b", "c"], notes: [] });
    expect(await read("w.kv.vectors.npy", { list: at("w.kv") })).toMatch("decodeWordList: the list is a Python pickle");
    put("run.model", pickle);
    put("run.model.wv.vectors.npy", npy);
    expect(await read("run.model.wv.vectors.npy")).toMatch('Word2Vec.load("run.model").wv.save_word2vec_format');
  });

  test("reads the projector's metadata by the rows of its table, whatever the limit", async () => {
    put("tensors.tsv", "1.5\t2\n3\t4\n5\t6\n");
    put("metadata.tsv", "label\ntea\npot\ncup\n");
    expect(await read("tensors.tsv", { limit: 2 })).toEqual({ words: ["tea", "pot"], notes: ["list-header"] });
    put("metadata.tsv", "tea\tdrink\npot\tthing\ncup\tthing\n");
    expect(await read("tensors.tsv", { limit: 2 })).toEqual({ words: ["tea", "pot"], notes: ["list-header"] });
    expect(await read("tensors.tsv", { limit: 2, listHeader: true })).toMatch("3 rows, the list");
    put("metadata.tsv", "0 1001\n1 1002\n2 1003\n");
    expect(await read("tensors.tsv")).toEqual({ words: ["1001", "1002", "1003"], notes: ["list-column"] });
    expect(await read("tensors.tsv", { listColumn: 1 })).toEqual({ words: ["0", "1", "2"], notes: [] });
  });

  test("refuses options of callers without types by its own name and theirs", async () => {
    put("vectors.npy", npy);
    const refused = (options: object) => read("vectors.npy", options as ReadVectorsOptions);
    expect(await refused({ limit: "3" })).toMatch('RangeError: readVectors: limit is "3"; a whole number of rows');
    expect(await refused({ listColumn: "2" })).toMatch(
      'RangeError: readVectors: listColumn is "2"; it must be a whole',
    );
    expect(await refused({ unproven: "no" })).toMatch('RangeError: readVectors: unproven is "no"; it must be one of');
  });

  test("says of JSON that it is no list", async () => {
    put("vectors.npy", npy);
    put("vocab.json", '{"a":0.5}');
    for (const content of ['{"a":0.5}', '["a",1,2]', "tea\npot\ncup\n"]) {
      put("vocab.JSON", content);
      expect(await read("vectors.npy", { list: at("vocab.JSON") })).toMatch(
        "the list is to be JSON, and has neither words with their ids",
      );
    }
  });

  test.each([
    ["a list of words", '["tea","pot","cup"]'],
    ["words and their ids, in another order", '{"cup":2,"tea":0,"pot":1}'],
    ["a list of words behind a byte order mark", '\ufeff["tea","pot","cup"]'],
  ])("reads JSON that is %s, whatever its name", async (_, content) => {
    put("vectors.npy", npy);
    for (const name of ["x.json", "x.JSON", "x.txt"]) {
      put(name, content);
      for (const limit of [1, 3]) {
        const words = ["tea", "pot", "cup"].slice(0, limit);
        expect(await read("vectors.npy", { list: at(name), limit })).toEqual({ words, notes: [] });
      }
    }
    put("x.json", '["tea","pot"]');
    expect(await read("vectors.npy", { list: at("x.json"), limit: 1 })).toMatch('the list "x.json" 2 words');
  });

  test("reads a tokenizer.json behind a byte order mark", async () => {
    put("vectors.npy", npy);
    put("tokenizer.json", '\ufeff{"model":{"vocab":{"tea":0,"pot":1,"cup":2}}}');
    expect(await read("vectors.npy")).toEqual({ words: ["tea", "pot", "cup"], notes: ["list-beside"] });
  });

  test("names a tokenizer.json with two words of one id, unless another list fits", async () => {
    put("vectors.npy", npy);
    put("tokenizer.json", '{"model":{"vocab":{"a":0,"b":1,"c":1}}}');
    expect(await read("vectors.npy")).toBe(
      'Error: readVectors: the words "b" and "c" have the same id, 1 (tokenizer.json)',
    );
    expect(await read("vectors.npy", { list: at("tokenizer.json") })).toMatch("have the same id, 1 (tokenizer.json)");
    put("vocab.txt", "tea\npot\ncup\n");
    expect(await read("vectors.npy")).toEqual({ words: ["tea", "pot", "cup"], notes: ["list-beside"] });
  });
});

describe("readVectors(path) of a list of words and counts", () => {
  test("names the vectors beside it", async () => {
    put("vocab.txt", "</s> 0\nthe 9\nof 7\n");
    const refused =
      'Error: decodeVectors: the file has words and their counts, no vectors; { format: "glove" } takes it';
    expect(await read("vocab.txt")).toMatch(refused);
    put("vectors.bin", "1 1\na 0000");
    expect(await read("vocab.txt")).toMatch("no vectors; the vectors beside it are in vectors.bin; { format: ");
    put("vocab.vec", "1 1\na 0\n");
    expect(await read("vocab.txt", { limit: 1 })).toMatch(
      "no vectors; the vectors beside it are in vocab.vec; { format: ",
    );
    expect(await read("vocab.txt", { format: "glove" })).toEqual({ words: ["</s>", "the", "of"], notes: [] });
  });
});

describe.skipIf(!hasZstd)("readVectors(path) of zstd (needs Node 22.15)", () => {
  const vectors = wordVectors(["tea", "pot"], Float32Array.of(1, 0.5, 3, 4));
  const packed = hasZstd ? zstdCompressSync(encodeText(vectors)) : new Uint8Array();

  test("unpacks it, whatever it is called", async () => {
    put("vectors.txt.zst", packed);
    expect(await read("vectors.txt.zst")).toEqual({ words: ["tea", "pot"], notes: [] });
    put("a.npy.zst", zstdCompressSync(npy));
    put("a.vocab", "a\nb\nc\n");
    expect(await read("a.npy.zst")).toEqual({ words: ["a", "b", "c"], notes: [] });
  });

  test("unpacks several frames, and passes over those that hold nothing packed, as pzstd writes them", async () => {
    const text = encodeText(vectors);
    const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
    const frames = [text.subarray(0, 7), text.subarray(7)].map((part) => zstdCompressSync(part));
    put("a.zst", Buffer.concat([skipped, frames[0], skipped, frames[1]]));
    expect(await read("a.zst")).toEqual({ words: ["tea", "pot"], notes: [] });
    put("a.zst", Buffer.concat([...frames, frames[0].subarray(0, 9)]));
    expect(await read("a.zst")).toMatch(/^Error: readVectors: cannot unpack .* ends early, at byte \d+; is it whole\?/);
  });

  test("says what is wrong with it, or in it", async () => {
    put("a.zst", packed.subarray(0, -3));
    expect(await read("a.zst")).toMatch(
      /^Error: readVectors: cannot unpack more than \d+ bytes: .*is it whole\? \(a\.zst\)$/,
    );
    put("a.zst", Buffer.concat([packed, Buffer.from("more")]));
    expect(await read("a.zst")).toMatch(/behind the packed data, there is something else \(a\.zst\)$/);
    put("a.zst", Buffer.from(packed.map((byte, i) => (i === 4 ? byte | 1 : byte))));
    expect(await read("a.zst")).toMatchInlineSnapshot(
      `"Error: readVectors: cannot unpack more than 0 bytes: the frame at byte 0 was packed with a dictionary, and zstd -D unpacks it (a.zst)"`,
    );
    put("a.zst", zstdCompressSync(Buffer.from("PK\x03\x04")));
    expect(await read("a.zst")).toMatch("the file is a zip archive");
  });
});

describe.skipIf(process.platform === "win32")("the way out that a message names (not on Windows)", () => {
  test.each([
    ["numbers behind words", "tea\t2\nhot pot\t0\ncup\t1\n"],
    ["numbers behind words and spaces", "tea 2\nhot pot 0\ncup 1\n"],
    ["numbers before words", "2\ttea\n0\thot pot\n1\tcup\n"],
    ["numbers before words and spaces", "2 tea\n0 hot pot\n1 cup\n"],
    ["a named column", "word\tid\ntea\t2\nhot pot\t0\ncup\t1\n"],
    ["a column named in the middle", "count\tid\tword\n9\t2\ttea\n8\t0\thot pot\n7\t1\tcup\n"],
    ["names with a space between them", "word id\ntea 2\nhot pot 0\ncup 1\n"],
    ["the first column named", "id\tword\n3\ttea\n1\thot pot\n2\tcup\n"],
  ])("sorts a list by the numbers of its rows: %s", async (_, list) => {
    put("v.npy", npy);
    put("v.vocab", list);
    const message = String(await read("v.npy"));
    const command = /this puts them into it: (.* > OUT); if/.exec(message)?.[1].replace("FILE", "v.vocab") ?? "false";
    execFileSync("sh", ["-c", command.replaceAll("FILE", "v.vocab")], { cwd: folder });
    expect(await read("v.npy", { list: at("OUT") })).toMatchObject({ words: ["hot pot", "cup", "tea"] });
  });

  test.each([
    ["words and counts", "tea,5\npot,3\ncup,1\n"],
    ["names, words and counts", "word,count\ntea,5\npot,3\ncup,1\n"],
    ["words in quotes", '"tea",5\n"pot",3\n"cup",1\n'],
  ])("puts tabs into CSV: %s", async (_, list) => {
    put("v.npy", npy);
    put("v.vocab", list);
    const command = /can be read: (.* > OUT); if/.exec(String(await read("v.npy")))?.[1].replace("FILE", "v.vocab");
    execFileSync("sh", ["-c", command ?? "false"], { cwd: folder });
    expect(await read("v.npy", { list: at("OUT") })).toMatchObject({ words: ["tea", "pot", "cup"], notes: [] });
    const lines = await read("v.npy", { list: at("v.vocab"), listColumn: "line" });
    if (!list.startsWith("word")) expect(lines).toMatchObject({ words: list.trimEnd().split("\n") });
  });

  test("takes the vectors out of a tar archive", async () => {
    put("w.txt", encodeText(wordVectors(["tea", "pot"], Float32Array.of(1, 0.5, 3, 4))));
    execFileSync("tar", ["czf", "w.tgz", "w.txt"], { cwd: folder });
    const message = await read("w.tgz", { limit: 1 });
    const command = /tar xOf FILE w\.txt/.exec(String(message))?.[0].replace("FILE", "w.tgz") ?? "false";
    put("out.txt", execFileSync("sh", ["-c", command], { cwd: folder }));
    expect(await read("out.txt")).toEqual({ words: ["tea", "pot"], notes: [] });
    expect(text.decode(execFileSync("tar", ["tf", "w.tgz"], { cwd: folder }))).toBe("w.txt\n");
  });
});
