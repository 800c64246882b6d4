import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { koan, koanSeconds } from "./koan.ts";

// As koan prints it: one line an epoch, which it overwrites.
const shown = (seconds: number, percent: string) => ({
  seconds,
  text: `\rSents: ${percent.padStart(6)}% |███   | 40/464  Toks: 78477 (782986.03 tok/s)  LR: 0.0717716 `,
});
const begun = (seconds: number, epoch: number) => ({ seconds, text: `Epoch ${epoch}\n` });

describe("koanSeconds(pieces, epochs)", () => {
  test("is the time from the first report of trained lines to the last of all epochs, made whole", () => {
    const first = [begun(1, 0), shown(1, "0.00"), shown(9, "0.00"), shown(10, "20.00"), shown(18, "100.00")];
    expect(koanSeconds([...first, begun(18, 1), shown(18, "0.00"), shown(28, "100.00")], 2)).toBeCloseTo(20, 9);
  });

  test("takes the last of several reports that came as one piece, whatever else came with them", () => {
    const text = `${shown(0, "10.00").text}${shown(0, "100.00").text}\n100.00% of tokens were retained\nEpoch 1\n`;
    expect(koanSeconds([{ seconds: 20, text }, shown(30, "100.00")], 2)).toBeCloseTo(20, 9);
  });

  test.each([[[]], [[shown(1, "0.00"), shown(2, "3.00")]]])("refuses %j", (pieces) => {
    expect(() => koanSeconds(pieces, 1)).toThrowErrorMatchingInlineSnapshot(
      `[Error: koan showed its progress fewer than two times; is the corpus too small, or another program?]`,
    );
  });
});

const originalPath = process.env.PATH;

/**
 * Writes its options where koan writes the vectors, and shows a progress that comes in at least two pieces: more bytes than
 * one can hold lie between the first report and the last.
 */
const fakeKoan = `#!/usr/bin/env node
const { writeFileSync } = require("node:fs");
const args = process.argv.slice(2);
const output = args[args.indexOf("--embedding-path") + 1];
writeFileSync(output + ".vocab", "the 1\\n");
writeFileSync(output, args.join(" ").replaceAll(" --", "\\n--"));
console.log("Epoch 0\\n\\rSents:   5.00% |" + " ".repeat(1 << 18) + "\\nEpoch 2\\n\\rSents: 100.00% |");
`;

// A script can't be found by its bare name on Windows.
describe.skipIf(process.platform === "win32")("koan() (not on Windows)", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "koan-"));
    writeFileSync(join(folder, "koan"), fakeKoan, { mode: 0o755 });
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test("is missing where it is not on the PATH", async () => {
    vi.stubEnv("PATH", join(folder, "nothing"));
    expect(await koan().availability()).toEqual({ missing: "no koan on the PATH" });
  });

  const trained = async (more: object) => {
    vi.stubEnv("PATH", [folder, originalPath].join(delimiter));
    const vectorsPath = join(folder, "vectors");
    const settings = {
      ...({ model: "cbow", dimension: 100, window: 5, negatives: 4, subsample: 0 } as const),
      ...{ minCount: 2, epochs: 3, seed: 1, ...more },
    };
    const task = { settings, threads: 2, corpusPath: "corpus.txt", keptTokens: 9_990, lines: 10, vectorsPath };
    expect(await koan().availability()).toEqual({ version: "it doesn't say" });
    const { seconds } = await koan().train(task);
    return { seconds, options: readFileSync(vectorsPath, "utf8") };
  };

  test("is asked to do what all are asked to do, at its own rate for CBOW, and every word kept", async () => {
    const { seconds, options } = await trained({});
    expect(seconds).toBeGreaterThan(0);
    expect(options.replace(folder, "FOLDER")).toMatchInlineSnapshot(`
      "--files corpus.txt
      --embedding-path FOLDER/vectors
      --cbow true
      --use-bad-update false
      --dim 100
      --context-size 5
      --negatives 4
      --downsample-threshold 1
      --min-count 2
      --epochs 3
      --threads 2
      --learning-rate 0.075
      --buffer-size 11"
    `);
    expect(existsSync(join(folder, "vectors.vocab"))).toBe(false);
  });

  test("takes a threshold and a rate, and has a rate of its own for skip-gram", async () => {
    const { options } = await trained({ model: "skip-gram", subsample: 1e-3 });
    expect(options).toContain("--cbow false");
    expect(options).toContain("--downsample-threshold 0.001");
    expect(options).toContain("--learning-rate 0.025");
    expect((await trained({ learningRate: 0.05 })).options).toContain("--learning-rate 0.05");
  });

  test("has the gradient of word2vec.c where that is asked for", async () => {
    expect((await trained({ contextGradient: "word2vec" })).options).toContain("--use-bad-update true");
  });
});
