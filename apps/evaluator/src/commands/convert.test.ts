import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { encodeBinary, encodeText, encodeVectors, wordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

// What a user runs, so it needs the build that `pnpm test` makes first.
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const { FORCE_COLOR: _, npm_lifecycle_event: __, NO_COLOR: ___, COLUMNS: ____, ...env } = process.env;

const words = ["man", "woman", "king", "queen", "__proto__", "10,000", "東京"];
const data = Float32Array.from([1, 0, 0.1, 1, 1, -0, 1, 0, 4, 1, 1, 1e-20, -1, 3, 0, 1 / 3, 2, 7, 0, 5, 5]);
const vectors = wordVectors(words, data);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-convert-"));
  writeFileSync(at("a.bin"), encodeBinary(vectors));
});
afterEach(() => rmSync(folder, { recursive: true }));
const onWindows = process.platform === "win32";
const at = (name: string) => join(folder, name);

function convert(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "convert", ...args], {
    encoding: "utf8",
    env,
    cwd: folder,
  });
  return { code: status, stdout, stderr };
}

/** The one line of an error. */
function refused(...args: string[]): string {
  const { code, stdout, stderr } = convert(...args, "--quiet");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.match(/\n/g)).toHaveLength(1);
  return stderr.trim();
}

describe("evaluator convert IN OUT", () => {
  test("writes the format that the ending says, and loses nothing", () => {
    const { code, stdout, stderr } = convert("a.bin", "b.txt");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "a.bin: 7 words, 3 numbers each\n" });
    expect(stdout).toMatchInlineSnapshot(`
      "b.txt: text, f32; 108 bytes, 77.1 % of the 140 bytes before.

      Loss, measured on the file after reading it back

      No loss: every word and every number came back, bit for bit.
      "
    `);
    expect(readFileSync(at("b.txt"), "utf8")).toBe(Buffer.from(encodeText(vectors)).toString());
  });

  test("takes vectors from any format to any other and back, packed or not", async () => {
    const endings = ["txt", "vec.gz", "npy", "npy.gz", "tsv", "safetensors.gz", "bin.gz", "bin"];
    let from = "a.bin";
    for (const [i, ending] of endings.entries()) {
      const to = `step${i}.${ending}`;
      expect(convert(from, to, "--quiet").stdout).toContain("No loss: every word and every number came back");
      from = to;
    }
    expect(convert(from, "glove", "--to", "glove").stdout).toContain("glove: glove, f32");
    const back = await readVectors(at("glove"));
    expect(back.words).toEqual(words);
    expect(Array.from(back.data)).toEqual(Array.from(data));
    expect(readFileSync(at("step7.bin"))).toEqual(readFileSync(at("a.bin")));
  });

  test("reads the first rows with --limit", async () => {
    expect(convert("a.bin", "b.txt", "--limit", "2").stdout).toMatch(/^b\.txt: text, f32; \d+ bytes\.\n/);
    expect((await readVectors(at("b.txt"))).words).toEqual(["man", "woman"]);
  });

  test.skipIf(onWindows)("reads stdin and writes stdout, and only vectors there (not on Windows)", () => {
    const run = `gunzip -c a.txt.gz | "$0" "$1" convert - - --to glove --quiet | "$0" "$1" convert - b.bin --quiet --no-check`;
    writeFileSync(at("a.txt.gz"), gzipSync(encodeText(vectors)));
    const stdout = execFileSync("bash", ["-c", run, process.execPath, cli], { cwd: folder, encoding: "utf8", env });
    expect(stdout).toBe("b.bin: binary, f32; 140 bytes.\n");
    expect(readFileSync(at("b.bin"))).toEqual(readFileSync(at("a.bin")));
  });

  test.skipIf(onWindows)("reads nothing back from a device (not on Windows)", () => {
    expect(convert("a.bin", "/dev/null", "--to", "binary").stdout).toBe("/dev/null: binary, f32.\n");
  });
});

describe("evaluator convert --numbers", () => {
  test("measures what is lost on the file as it is read back", async () => {
    const { stdout } = convert("a.bin", "b.safetensors", "--numbers", "int8", "--json");
    const { loss, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      from: { file: "a.bin", words: 7, dimension: 3, bytes: 140, notes: [] },
      to: {
        path: "b.safetensors",
        format: "safetensors",
        numbers: "int8",
        files: ["b.safetensors"],
        bytes: readFileSync(at("b.safetensors")).length,
      },
      isAll: true,
      notes: [],
      comparison: null,
    });
    // 0.1 of 1, in steps of 1/127: 13 steps, 0.0024 too much.
    const back = await readVectors(at("b.safetensors"));
    expect(back.data[2]).toBeCloseTo(13 / 127, 7);
    expect(loss.isExact).toBe(false);
    const moves = words.map((_, row) => {
      const [x, y] = [vectors, back].map(({ data }) => data.subarray(3 * row, 3 * row + 3));
      return Math.hypot(...x.map((number, d) => number - y[d])) / Math.hypot(...x);
    });
    expect(loss.move.most).toBeCloseTo(Math.max(...moves), 9);
    expect(loss.move.mean).toBeCloseTo(moves.reduce((a, b) => a + b) / 7, 9);
    expect(loss.agreement).toMatchObject({ words: 7, overlap: expect.any(Number) });
  });

  test("scores test sets before and after", () => {
    writeFileSync(at("pairs.txt"), "king\tqueen\t9\nking\t東京\t1\nking\tman\t5\nman\twoman\t8\n");
    const args = ["a.bin", "b.npy", "--numbers", "f16", "--pairs", "pairs.txt", "--resamples", "100"];
    const { comparison } = JSON.parse(convert(...args, "--json").stdout);
    expect(comparison.pairs).toMatchObject([{ name: "pairs.txt", used: 4 }]);
    expect(convert(...args).stdout).toMatch(/A: before, B: after; A − B: what was lost[\s\S]*pairs\.txt/);
  });

  test("is refused where the format has no place for such numbers", () => {
    expect(refused("a.bin", "b.txt", "--numbers", "f16")).toMatchInlineSnapshot(
      `"evaluator: text has no f16; npy and safetensors have"`,
    );
    expect(refused("a.bin", "b.npy", "--numbers", "int8")).toMatchInlineSnapshot(
      `"evaluator: .npy has no place for the scales of int8; safetensors has, or f16 would be right"`,
    );
    writeFileSync(at("large.txt"), "1 2\na 1e30 2\n");
    expect(refused("large.txt", "b.npy", "--numbers", "f16")).toMatchInlineSnapshot(
      `"evaluator: number 0 of row 0, "a", is 1.0000000150474662e+30; too large for f16"`,
    );
    expect(readdirSync(folder).toSorted()).toEqual(["a.bin", "large.txt"]);
  });
});

describe("evaluator convert IN FOLDER/", () => {
  test("writes Model2Vec's layout", async () => {
    const { stdout } = convert("a.bin", "model/", "--numbers", "f16", "--quiet");
    expect(stdout.split("\n\n")[0]).toMatchInlineSnapshot(`
      "model/: model2vec, f16; 2,129 bytes, 1520.7 % of the 140 bytes before.
      Texts are put in lower case and cut at white space.
      Unknown words get a row of zeros, [UNK], added at the end."
    `);
    expect(readdirSync(at("model"), { recursive: true }).map(String).toSorted()).toEqual([
      "config.json",
      "model.safetensors",
      "modules.json",
      "onnx",
      join("onnx", "model_fp16.onnx"),
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    expect((await readVectors(at("model/model.safetensors"))).words).toEqual([...words, "[UNK]"]);
  });

  test("leaves nothing there of a conversion before", () => {
    convert("a.bin", "model/");
    expect(existsSync(at("model/onnx/model.onnx"))).toBe(true);
    convert("a.bin", "model", "--to", "model2vec", "--numbers", "int8");
    expect(readdirSync(at("model/onnx"))).toEqual(["model_quantized.onnx"]);
    expect(existsSync(at("model/modules.json"))).toBe(false);
  });

  test("spares a folder whose config.json is another's, as a run's is", () => {
    mkdirSync(at("run"));
    writeFileSync(at("run/config.json"), '{"preset":"book"}');
    expect(refused("a.bin", "run/")).toMatchInlineSnapshot(
      `"evaluator: run/config.json is not from a model2vec model; choose another folder"`,
    );
    expect(readdirSync(at("run"))).toEqual(["config.json"]);
  });
});

describe("evaluator convert loses no file", () => {
  test.skipIf(onWindows)("that it reads: IN is never OUT, by whatever name (not on Windows)", () => {
    symlinkSync("a.bin", at("link.bin"));
    expect(refused("a.bin", "link.bin", "--limit", "1")).toMatchInlineSnapshot(
      `"evaluator: link.bin is the file that is read; choose another name, so that it is not lost"`,
    );
    convert("a.bin", "model/");
    expect(refused("model", "model/", "--numbers", "int8")).toMatchInlineSnapshot(
      `"evaluator: model/model.safetensors is the file that is read; choose another name, so that it is not lost"`,
    );
    expect(readFileSync(at("a.bin"))).toEqual(Buffer.from(encodeBinary(vectors)));
  });

  test("that was there, when it fails midway", () => {
    // The last of many rows is one that text cannot hold, or that cannot be read.
    const many = Array.from({ length: 20_000 }, (_, i) => `w${i}`);
    const spaced = wordVectors([...many, "New York"], new Float32Array(20_001 * 4));
    writeFileSync(at("spaced.safetensors"), encodeVectors(spaced, "safetensors"));
    writeFileSync(at("cut.bin"), encodeBinary(vectors).subarray(0, 100));
    writeFileSync(at("b.txt"), "before");
    const before = readdirSync(folder);
    expect(refused("spaced.safetensors", "b.txt")).toMatchInlineSnapshot(
      `"evaluator: the word of row 20000 is "New York"; a word of this format is at least one byte long and has no space, newline or stray surrogate"`,
    );
    expect(refused("cut.bin", "b.txt")).toMatchInlineSnapshot(
      `"evaluator: the header promises a table of 7 × 3 numbers, at least 102 bytes; the file has 100; was it cut off? --limit 5 reads those that are there (cut.bin)"`,
    );
    expect(readFileSync(at("b.txt"), "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(before);
  });

  test("for a place where nothing can be written", () => {
    mkdirSync(at("b"));
    expect(refused("a.bin", "b")).toMatchInlineSnapshot(
      `"evaluator: b is a folder; name a file in it, or use --to model2vec for a model there"`,
    );
    expect(refused("a.bin", "none/b.bin")).toMatchInlineSnapshot(
      `"evaluator: cannot write none/b.bin: no such file or directory"`,
    );
    expect(refused("a.bin", "a.bin/")).toMatchInlineSnapshot(
      `"evaluator: cannot make the folder a.bin/onnx: not a directory"`,
    );
  });
});

describe.skipIf(onWindows)("evaluator convert that a signal ends while it writes", () => {
  const size = 20_000;
  const many = Array.from({ length: size }, (_, row) => `word${row}`);
  const large = encodeBinary(
    wordVectors(
      many,
      Float32Array.from({ length: 300 * size }, (_, i) => Math.sin(i * i)),
    ),
  );
  const names = () => readdirSync(folder, { recursive: true }).map(String).sort();

  /** The program sends it to itself when it has opened a temporary file: not too late, however busy the machine is. */
  function signalled(signal: NodeJS.Signals, ...args: string[]): unknown {
    const program = `
      import fs from "node:fs/promises";
      import { syncBuiltinESMExports } from "node:module";
      const { open } = fs;
      fs.open = async (path, ...rest) => {
        const file = await open(path, ...rest);
        if (String(path).endsWith(".tmp")) process.kill(process.pid, "${signal}");
        return file;
      };
      syncBuiltinESMExports();`;
    const before = ["--import", `data:text/javascript,${encodeURIComponent(program)}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...before, cli, "convert", ...args], {
      encoding: "utf8",
      env,
      cwd: folder,
    });
    return { code: status, stdout, stderr };
  }

  test.each([
    ["SIGINT", "b.txt"],
    ["SIGTERM", "b.txt"],
    ["SIGINT", "b.txt.gz"],
    ["SIGINT", "b.tsv"],
  ] as const)("%s: leaves what was at %s, and no temporary file", (signal, to) => {
    writeFileSync(at(to), "before");
    writeFileSync(at("large.bin"), large);
    expect(signalled(signal, "large.bin", to)).toEqual({
      code: 130,
      stdout: "",
      stderr: `large.bin: 20,000 words, 300 numbers each\ninterrupted; ${to} was not changed\n`,
    });
    expect(readFileSync(at(to), "utf8")).toBe("before");
    expect(names()).toEqual(["a.bin", to, "large.bin"]);
  });

  test("leaves no file of a model", () => {
    writeFileSync(at("large.bin"), large);
    expect(signalled("SIGINT", "large.bin", "model/", "--quiet")).toEqual({ code: 130, stdout: "", stderr: "" });
    expect(names()).toEqual(["a.bin", "large.bin", "model", join("model", "onnx")]);
  });
});

test.each([
  [["a.bin"], "missing required argument 'out'"],
  [
    ["a.bin", "b", "--to", "word2vec"],
    "option '--to <format>' argument 'word2vec' is invalid. It must be one of binary, text, glove, npy, safetensors, tsv, model2vec",
  ],
  [
    ["a.bin", "out.json"],
    "the name out.json does not say the format, as .bin, .glove, .npy, .safetensors, .tsv, .txt, .vec at its end would; rename it, or use --to",
  ],
  [
    ["a.bin", "out"],
    "the name out does not say the format, as .bin, .glove, .npy, .safetensors, .tsv, .txt, .vec at its end would; rename it, or use --to",
  ],
  [["a.bin", "out.txt.zst"], "out.txt.zst ends in .zst, and of packings only gzip is written, .gz"],
  [["a.bin", "-"], "- for stdout needs --to: no ending says the format"],
  [["a.bin", "-", "--to", "npy"], "npy writes more than one file, and stdout takes only one"],
  [
    ["a.bin", "-", "--to", "text", "--json"],
    "--json and the vectors cannot both go to stdout; name a file for the vectors",
  ],
  [["a.bin", "m/", "--numbers", "bf16"], "Model2Vec's layout cannot hold --numbers bf16; use f32, f16 or int8"],
])("evaluator convert %j ends with 2 and one line", (args, message) => {
  expect(convert(...args, "--quiet")).toEqual({
    code: 2,
    stdout: "",
    stderr: `evaluator: ${message}; see evaluator convert --help\n`,
  });
});
