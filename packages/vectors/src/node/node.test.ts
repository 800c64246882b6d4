import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectSameVectors } from "../fixtures/same-vectors.js";
import { encodeBinary } from "../formats/binary/encode-binary.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import { encodeText } from "../formats/text/encode-text.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { readVectors } from "./read-vectors.js";
import { writeVectors } from "./write-vectors.js";

const vectors = wordVectors(["king", "caf\udce9"], Float32Array.of(1, 0.1, -0, 1 / 3));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-vectors-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
/** The message without the folder, which has another name each time. */
const message = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => error.message.replaceAll(`${folder}/`, ""),
  );

describe("writeVectors(path, vectors)", () => {
  test("goes by the ending of the name, or by the format", async () => {
    await writeVectors(at("a.bin"), vectors);
    await writeVectors(at("a.txt"), vectors);
    await writeVectors(at("a.VEC"), vectors);
    await writeVectors(at("b.txt"), vectors, { format: "binary" });
    await writeVectors(at("b"), vectors, { format: "text" });
    expect(await writeVectors(at("c.npy.gz"), vectors)).toEqual({
      format: "npy",
      paths: [at("c.npy.gz"), at("c.vocab")],
    });
    const binary = Buffer.from(encodeBinary(vectors));
    const text = Buffer.from(encodeText(vectors));
    expect(["a.bin", "a.txt", "a.VEC", "b.txt", "b"].map((name) => readFileSync(at(name)))).toEqual([
      binary,
      text,
      text,
      binary,
      text,
    ]);
  });

  test("writes nothing under a name that says no format", async () => {
    expect(await message(writeVectors(at("out.json"), vectors))).toMatch(
      /^formatOfPath: the name out\.json does not say/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves nothing but the file, and takes the place of another", async () => {
    // A mode that no usual umask takes a bit of.
    writeFileSync(at("a.bin"), "before", { mode: 0o600 });
    await writeVectors(at("a.bin"), vectors);
    expect(readdirSync(folder)).toEqual(["a.bin"]);
    expect((await readVectors(at("a.bin"))).words).toEqual(vectors.words);
    if (process.platform !== "win32") expect(statSync(at("a.bin")).mode & 0o777).toBe(0o600);
  });

  test("leaves what was there where a word cannot be written", async () => {
    writeFileSync(at("a.txt"), "before");
    const bad = wordVectors(["a", "b c"], new Float32Array(2));
    expect(await message(writeVectors(at("a.txt"), bad))).toMatch(/^encodeText: the word of row 1 is "b c"/);
    expect(readdirSync(folder)).toEqual(["a.txt"]);
    expect(readFileSync(at("a.txt"), "utf8")).toBe("before");
  });

  test.skipIf(process.platform === "win32")("writes through a link (not on Windows)", async () => {
    writeFileSync(at("target"), "before");
    symlinkSync(at("target"), at("link"));
    await writeVectors(at("link"), vectors, { format: "binary" });
    expect((await readVectors(at("target"))).words).toEqual(vectors.words);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
  });

  // A device would do as well, but a bug here replaces it, and root may replace /dev/null.
  test.skipIf(process.platform === "win32")(
    "writes to what is no file, and leaves it there (not on Windows)",
    async () => {
      execFileSync("mkfifo", [at("pipe")]);
      const pipe = openSync(at("pipe"), "r+");
      await writeVectors(at("pipe"), vectors, { format: "binary" });
      expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
      const written = Buffer.alloc(encodeBinary(vectors).length);
      readSync(pipe, written);
      closeSync(pipe);
      expect(written).toEqual(Buffer.from(encodeBinary(vectors)));
    },
  );

  test("says what is wrong with the path", async () => {
    mkdirSync(at("folder"));
    expect(await message(writeVectors(at("folder"), vectors, { format: "binary" }))).toMatchInlineSnapshot(
      `"writeVectors: cannot write folder: illegal operation on a directory"`,
    );
    expect(await message(writeVectors(at("missing/a.bin"), vectors))).toMatchInlineSnapshot(
      `"writeVectors: cannot write missing/a.bin: no such file or directory"`,
    );
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "says so where it may not write (not as root)",
    async () => {
      mkdirSync(at("locked"));
      chmodSync(at("locked"), 0o500);
      expect(await message(writeVectors(at("locked/a.bin"), vectors))).toBe(
        "writeVectors: cannot write locked/a.bin: permission denied",
      );
    },
  );
});

describe("writeVectors(path, vectors) of other formats", () => {
  const phrases = wordVectors(["New York", "caf\udce9"], Float32Array.of(1, 0.1, -0, 1 / 3), { counts: [7, 3] });

  test("goes by the ending before .gz", async () => {
    const cases = [
      { name: "a.npy", vectors: phrases, file: encodeVectors(phrases, "npy") },
      { name: "b.safetensors", vectors: phrases, file: encodeVectors(phrases, "safetensors") },
      { name: "vectors.tsv", vectors: phrases, file: encodeVectors(phrases, "tsv") },
      { name: "c.txt.gz", vectors, file: encodeText(vectors) },
      { name: "c.glove", vectors, file: encodeVectors(vectors, "glove") },
      { name: "d.NPY.GZ", vectors: phrases, file: encodeVectors(phrases, "npy") },
      { name: "e.bin.GZ", vectors, file: encodeBinary(vectors) },
    ];
    for (const { name, vectors, file } of cases) {
      await writeVectors(at(name), vectors);
      const written = readFileSync(at(name));
      expect(/gz$/i.test(name) ? gunzipSync(written) : written).toEqual(Buffer.from(file));
      expectSameVectors(await readVectors(at(name)), vectors);
    }
  });

  test("puts the words of numbers beside them", async () => {
    await writeVectors(at("a.npy"), phrases);
    await writeVectors(at("vectors.tsv"), phrases);
    await writeVectors(at("run_tensors.tsv"), vectors);
    await writeVectors(at("b.tsv.gz"), vectors);
    expect(readdirSync(folder).sort()).toEqual([
      "a.npy",
      "a.vocab",
      "b.metadata.tsv",
      "b.tsv.gz",
      "metadata.tsv",
      "run_metadata.tsv",
      "run_tensors.tsv",
      "vectors.tsv",
    ]);
    expect(readFileSync(at("a.vocab"), "latin1")).toBe("New York 7\ncaf\xe9 3\n");
    expect(readFileSync(at("metadata.tsv"), "latin1")).toBe("word\tcount\nNew York\t7\ncaf\xe9\t3\n");
    for (const name of ["a.npy", "vectors.tsv"]) expect((await readVectors(at(name))).counts).toEqual([7, 3]);
    for (const name of ["run_tensors.tsv", "b.tsv.gz"])
      expect((await readVectors(at(name))).words).toEqual(vectors.words);
  });

  test("takes how to write numbers", async () => {
    await writeVectors(at("a.npy"), phrases, { numbers: "f16" });
    expect((await readVectors(at("a.npy"))).data).toEqual(Float32Array.of(1, 0.0999755859375, -0, 0.333251953125));
  });

  test("leaves both files as they were where one cannot be written", async () => {
    writeFileSync(at("a.npy"), "before");
    writeFileSync(at("a.vocab"), "before");
    const bad = wordVectors(["a", "b\tc"], new Float32Array(2));
    expect(await message(writeVectors(at("a.npy"), bad))).toMatch(/^encodeWordList: the word of row 1/);
    expect(await message(writeVectors(at("missing/a.npy"), phrases))).toMatchInlineSnapshot(
      `"writeVectors: cannot write missing/a.npy: no such file or directory"`,
    );
    const large = wordVectors(["a"], Float32Array.of(1e6));
    expect(await message(writeVectors(at("a.npy"), large, { numbers: "f16" }))).toMatch("too large for f16");
    expect(await message(writeVectors(at("b.txt.gz"), bad))).toBe("no error");
    expect(await message(writeVectors(at("c.txt.gz"), phrases))).toMatch(
      /^encodeText: the word of row 0 is "New York"/,
    );
    expect(readdirSync(folder).sort()).toEqual(["a.npy", "a.vocab", "b.txt.gz"]);
    expect(readFileSync(at("a.npy"), "utf8") + readFileSync(at("a.vocab"), "utf8")).toBe("beforebefore");
  });
});

describe("readVectors(path) of numbers alone", () => {
  const numbers = Float32Array.of(1, 2, 3, 4);
  const npy = encodeVectors(wordVectors(["x", "y"], numbers), "npy");

  test.each([
    ["vectors.vocab", "a\nb\n"],
    ["vocab.txt", "a\nb\n"],
    ["vocabulary.tsv", "a\t2\nb\t1\n"],
    ["tokenizer.json", '{"model":{"vocab":{"b":1,"a":0}}}'],
  ])("finds their words in %s", async (name, text) => {
    writeFileSync(at("vectors.npy"), npy);
    writeFileSync(at(name), text);
    expect((await readVectors(at("vectors.npy"))).words).toEqual(["a", "b"]);
  });

  test("finds the projector's, too, and by the name that gensim gives them", async () => {
    writeFileSync(at("x_tensor.tsv"), "1\t2\n3\t4\n");
    writeFileSync(at("x_metadata.tsv"), "a\nb\n");
    expect((await readVectors(at("x_tensor.tsv"))).words).toEqual(["a", "b"]);
    writeFileSync(at("y.tsv"), "1\t2\n3\t4\n");
    writeFileSync(at("metadata.tsv"), "c\nd\n");
    expect((await readVectors(at("y.tsv"))).words).toEqual(["c", "d"]);
  });

  test("takes the list that it is told", async () => {
    writeFileSync(at("vectors.npy"), npy);
    writeFileSync(at("vectors.vocab"), "wrong\nwords\n");
    writeFileSync(at("right"), "a\nb\n");
    expect((await readVectors(at("vectors.npy"), { list: at("right") })).words).toEqual(["a", "b"]);
  });

  test("says where it looked", async () => {
    writeFileSync(at("vectors.npy"), npy);
    expect(await message(readVectors(at("vectors.npy")))).toMatchInlineSnapshot(
      `"readVectors: the file has numbers and no words, and beside it is none of vectors.vocab, vocab.txt, vocabulary.tsv, tokenizer.json (vectors.npy)"`,
    );
    writeFileSync(at("tokenizer.json"), "{}");
    expect(await message(readVectors(at("vectors.npy")))).toMatch("is none of");
    expect(await message(readVectors(at("vectors.npy"), { list: at("missing") }))).toMatchInlineSnapshot(
      `"readVectors: cannot read missing: no such file or directory"`,
    );
    writeFileSync(at("vectors.vocab"), "a\n\nb\n");
    expect(await message(readVectors(at("vectors.npy")))).toMatchInlineSnapshot(
      `"decodeWordList: line 2 is empty, where a word should be (vectors.vocab)"`,
    );
    writeFileSync(at("vectors.tsv"), "1\t2\n");
    expect(await message(readVectors(at("vectors.tsv")))).toMatchInlineSnapshot(
      `"readVectors: the file has numbers and no words, and beside it is none of metadata.tsv (vectors.tsv)"`,
    );
    writeFileSync(at("vectors.tsv"), "1001\t0.5\t-0.25\n1002\t-1.5\t2.5\n");
    expect(await message(readVectors(at("vectors.tsv")))).toMatchInlineSnapshot(
      `"readVectors: the file has numbers and no words, unless the first of its 3 columns, whole numbers, has them: { format: "glove" } reads it so, and beside it is none of metadata.tsv (vectors.tsv)"`,
    );
  });
});

describe("readVectors(path)", () => {
  test("reads files that are larger than what is in memory of them", async () => {
    // Long words, so that what is read into the memory of the table reaches its end before the file does.
    const words = Array.from({ length: 60_000 }, (_, row) => `${row}-${"x".repeat(80)}`);
    const large = wordVectors(
      words,
      Float32Array.from({ length: 60_000 * 80 }, (_, i) => i / 7),
    );
    for (const name of ["a.bin", "a.npy", "a.safetensors", "a.bin.gz"]) {
      await writeVectors(at(name), large);
      expectSameVectors(await readVectors(at(name)), large);
    }
    const { words: some, data } = await readVectors(at("a.bin"), { limit: 55_000 });
    expect(some).toEqual(words.slice(0, 55_000));
    expect(Buffer.compare(Buffer.from(data.buffer), Buffer.from(large.data.buffer, 0, 55_000 * 320))).toBe(0);
  });

  test("reads what unpacks to many times its size, for which no memory is taken at the word of its header", async () => {
    const words = Array.from({ length: 30_000 }, (_, row) => `w${row}`);
    const flat = wordVectors(words, new Float32Array(30_000 * 100).fill(0.5));
    for (const name of ["a.bin.gz", "a.npy.gz", "a.txt.gz"]) {
      await writeVectors(at(name), flat);
      expect(statSync(at(name)).size).toBeLessThan((4 * flat.data.length) / 10);
      expectSameVectors(await readVectors(at(name)), flat);
    }
  });

  test("reads gzip of several members", async () => {
    const file = encodeText(vectors);
    writeFileSync(at("a.txt.gz"), Buffer.concat([gzipSync(file.subarray(0, 9)), gzipSync(file.subarray(9))]));
    expect((await readVectors(at("a.txt.gz"))).words).toEqual(vectors.words);
  });

  test("reads gzip with zeros behind it, and refuses what is behind these", async () => {
    const packed = gzipSync(encodeText(vectors));
    writeFileSync(at("a.txt.gz"), Buffer.concat([packed, Buffer.alloc(3000)]));
    expect((await readVectors(at("a.txt.gz"))).words).toEqual(vectors.words);
    for (const zeros of [0, 3000]) {
      writeFileSync(
        at("a.txt.gz"),
        Buffer.concat([packed, Buffer.alloc(zeros), zeros === 0 ? Buffer.from("something") : packed]),
      );
      expect(await message(readVectors(at("a.txt.gz")))).toMatch(
        /^readVectors: cannot unpack more than \d+ bytes: .*behind the packed data, there is something else \(a\.txt\.gz\)$/,
      );
    }
  });

  test("says what is wrong with what is packed", async () => {
    const packed = gzipSync(encodeText(vectors));
    writeFileSync(at("a.txt.gz"), packed.subarray(0, -9));
    expect(await message(readVectors(at("a.txt.gz")))).toMatchInlineSnapshot(
      `"readVectors: cannot unpack more than 34 bytes: unexpected end of file; is it whole? (a.txt.gz)"`,
    );
    packed.fill(0xff, 12, 20);
    writeFileSync(at("a.txt.gz"), packed);
    expect(await message(readVectors(at("a.txt.gz")))).toMatchInlineSnapshot(
      `"readVectors: cannot unpack more than 0 bytes: invalid distance too far back; is it whole? (a.txt.gz)"`,
    );
    writeFileSync(at("a.txt.gz"), gzipSync("2 2\na 1 2\nb 1\n"));
    expect(await message(readVectors(at("a.txt.gz")))).toMatchInlineSnapshot(
      `"decodeText: line 3 has 1 numbers, the header promised 2; was the file cut off? { limit: 1 } reads what is before (a.txt.gz)"`,
    );
  });

  test("reads the first rows", async () => {
    await writeVectors(at("a.txt.gz"), vectors);
    await writeVectors(at("a.npy"), vectors);
    for (const name of ["a.txt.gz", "a.npy"]) {
      expect((await readVectors(at(name), { limit: 1 })).words).toEqual(["king"]);
    }
  });

  test("reads what it finds, whatever its name", async () => {
    writeFileSync(at("a.txt"), encodeBinary(vectors));
    writeFileSync(at("a.bin"), encodeText(vectors));
    for (const name of ["a.txt", "a.bin"]) {
      const { words, data } = await readVectors(at(name));
      expect(words).toEqual(vectors.words);
      expect(data).toEqual(vectors.data);
    }
  });

  test("reads the format that it is told", async () => {
    writeFileSync(at("a"), "1 1\nx 1234\n");
    expect((await readVectors(at("a"))).data[0]).toBe(1234);
    expect((await readVectors(at("a"), { format: "binary" })).data[0]).toBe(1.6688933612840628e-7);
    expect(await message(readVectors(at("a"), { format: "text" }))).toBe("no error");
  });

  test.skipIf(process.platform === "win32")("reads a pipe (not on Windows)", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const [read] = await Promise.all([
      readVectors(at("pipe")),
      writeVectors(at("pipe"), vectors, { format: "binary" }),
    ]);
    expect(read.words).toEqual(vectors.words);
  });

  test("says what is wrong with the path", async () => {
    expect(await message(readVectors(at("missing.bin")))).toMatchInlineSnapshot(
      `"readVectors: cannot read missing.bin: no such file or directory"`,
    );
    expect(await message(readVectors(folder))).toMatch(
      /^readVectors: cannot read .*: illegal operation on a directory$/,
    );
  });

  test("names the file whose content is wrong", async () => {
    writeFileSync(at("vectors.txt"), "2 2\na 1 2\nb 3\n  ");
    expect(await message(readVectors(at("vectors.txt")))).toMatchInlineSnapshot(
      `"decodeText: line 3 has 1 numbers, the header promised 2 (vectors.txt)"`,
    );
  });
});
