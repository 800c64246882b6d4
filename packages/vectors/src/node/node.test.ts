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
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encodeBinary } from "../encode-binary.js";
import { encodeText } from "../encode-text.js";
import { wordVectors } from "../word-vectors.js";
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

  test("leaves nothing but the file, and takes the place of another", async () => {
    writeFileSync(at("a.bin"), "before", { mode: 0o640 });
    await writeVectors(at("a.bin"), vectors);
    expect(readdirSync(folder)).toEqual(["a.bin"]);
    expect((await readVectors(at("a.bin"))).words).toEqual(vectors.words);
    if (process.platform !== "win32") expect(statSync(at("a.bin")).mode & 0o777).toBe(0o640);
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
    await writeVectors(at("link"), vectors);
    expect((await readVectors(at("target"))).words).toEqual(vectors.words);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
  });

  // A device would do as well, but a bug here replaces it, and root may replace /dev/null.
  test.skipIf(process.platform === "win32")(
    "writes to what is no file, and leaves it there (not on Windows)",
    async () => {
      execFileSync("mkfifo", [at("pipe")]);
      const pipe = openSync(at("pipe"), "r+");
      await writeVectors(at("pipe"), vectors);
      expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
      const written = Buffer.alloc(encodeBinary(vectors).length);
      readSync(pipe, written);
      closeSync(pipe);
      expect(written).toEqual(Buffer.from(encodeBinary(vectors)));
    },
  );

  test("says what is wrong with the path", async () => {
    mkdirSync(at("folder"));
    expect(await message(writeVectors(at("folder"), vectors))).toMatchInlineSnapshot(
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

describe("readVectors(path)", () => {
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
    const [read] = await Promise.all([readVectors(at("pipe")), writeVectors(at("pipe"), vectors)]);
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
