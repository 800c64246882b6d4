/** @module-tag slow */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../workspace.js";
import { newFiles } from "./files.js";
import { kinds } from "./kinds.js";
import { namesOf, renamed } from "./names.js";

// What the four kinds of package need; everything else stays outside of the copy.
const copied = ["arguments", "layers", "losses", "optimizers", "random", "sampling", "tensor", "testing", "wasm"];
const copy = mkdtempSync(join(tmpdir(), "wordloom-new-"));
for (const folder of [".changeset", "tools", ...copied.map((name) => `packages/${name}`)]) {
  cpSync(join(root, folder), join(copy, folder), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !["dist", ".turbo", ".readme-examples"].includes(basename(file)),
  });
}
for (const file of [".gitignore", "package.json", "biome.json", "vitest.shared.ts", "vitest.tags.ts"])
  cpSync(join(root, file), join(copy, file));
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Output of a Node program, run in a folder of the copy. */
function run(folder: string, ...args: string[]): string {
  // A test runner inside a test runner: the inner one must not take itself for a worker of the outer one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name)),
  );
  return execFileSync(process.execPath, args, { cwd: join(copy, folder), env, encoding: "utf8", stdio: "pipe" });
}

const bin = (path: string): string => join(copy, "node_modules", path);

describe("pnpm new", () => {
  test.each([
    ["layer", "two-towers", "twoTowers"],
    ["loss", "a", "a"],
    ["optimizer", "rather-long-name-of-an-optimizer", "ratherLongNameOfAnOptimizer"],
    ["sampler", "urn", "urn"],
  ])("%s %s makes a package that type-checks, lints and passes its tests", (kind, name, camel) => {
    const { folder = "", battery = "" } = kinds.get(kind) ?? {};
    const subfolder = { layer: "dense/", optimizer: "rules/" }[kind] ?? "";
    const made = `${subfolder}${name}`;
    expect(run("", "tools/new/new.ts", kind, name)).toContain(`  ${folder}/src/${made}.ts\n`);
    for (const file of [`src/${made}.ts`, "src/index.ts", `src/${battery}`, "README.md"]) {
      expect(readFileSync(join(copy, folder, file), "utf8")).toMatch(new RegExp(`\\b${camel}\\b`));
    }
    expect(readFileSync(join(copy, `.changeset/${name}.md`), "utf8")).toContain(`Added \`${camel}\``);

    run(folder, bin("typescript/bin/tsc"), "--noEmit");
    run("", bin("@biomejs/biome/bin/biome"), "check", "--vcs-enabled=false", folder);
    const report = join(copy, `${kind}.json`);
    const files = [`src/${made}.test.ts`, `src/${battery}`];
    run(folder, bin("vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile=${report}`, ...files);
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    const names = testResults.flatMap(({ assertionResults }: { assertionResults: { fullName: string }[] }) =>
      assertionResults.map(({ fullName }) => fullName),
    );
    expect(names.filter((each: string) => each.startsWith(`${camel} `)).length).toBeGreaterThanOrEqual(7);
  });

  test("starts from another one, if asked", () => {
    run("", "tools/new/new.ts", "layer", "bag-of-words", "--from", "mean-embedding");
    expect(readFileSync(join(copy, "packages/layers/src/embeddings/bag-of-words.ts"), "utf8")).toContain(
      "export function bagOfWords(",
    );
    run("packages/layers", bin("typescript/bin/tsc"), "--noEmit");
  });

  test("names the parts of the other one that are still read", () => {
    const report = run("", "tools/new/new.ts", "layer", "simple-recurrent", "--from", "lstm");
    expect(report).toContain("by files of its own: src/recurrent/lstm-step.ts\n");
    expect(run("", "tools/new/new.ts", "layer", "affine-scaled")).not.toContain("Still read");
    run("packages/layers", bin("typescript/bin/tsc"), "--noEmit");
  });

  test("says in one line what is wrong, and leaves everything as it was", () => {
    const before = readdirSync(join(copy, "packages/layers/src"));
    for (const args of [[], ["layer"], ["layer", "a", "b"], ["layer", "Affine"], ["layer", "x", "--form", "y"]]) {
      const failed = messageOf(() => run("", "tools/new/new.ts", ...args));
      expect(failed.trim().split("\n")).toHaveLength(1);
    }
    expect(readdirSync(join(copy, "packages/layers/src"))).toEqual(before);
    expect(existsSync(join(copy, ".changeset/Affine.md"))).toBe(false);
  });
});

describe("newFiles(root, kind, name, from)", () => {
  test("names what does not do", () => {
    expect(() => newFiles(root, "model", "x")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: "model" is none of layer, loss, optimizer, sampler]`,
    );
    expect(() => newFiles(root, "layer", "meanEmbedding")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: "meanEmbedding" is no name in kebab-case; it must be like "mean-embedding"]`,
    );
    expect(() => newFiles(root, "layer", "__proto__")).toThrow("is no name in kebab-case");
    expect(() => newFiles(root, "layer", "class")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: "class" is a word of the language; choose another name]`,
    );
    expect(() => newFiles(root, "layer", "constructor")).toThrow(`new: "constructor" is a word of the language`);
    expect(() => newFiles(root, "layer", "mean-embedding")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: "mean-embedding" is taken; choose another name]`,
    );
    expect(() => newFiles(root, "layer", "logistic")).toThrow(`new: "logistic" is taken`);
    expect(() => newFiles(root, "layer", "check-shape")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: "checkShape" is a name that affine uses already; choose another, or another --from]`,
    );
    expect(() => newFiles(root, "layer", "x", "convolution")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: packages/layers has no src/convolution.ts; try --from affine]`,
    );
    expect(() => newFiles(root, "layer", "x", "sigmoid")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: sigmoid also exports logistic, which a copy would export again; try --from affine]`,
    );
    expect(() => newFiles(root, "loss", "x", "sampled-negative-sampling-loss")).toThrowErrorMatchingInlineSnapshot(
      `[Error: new: loss.battery.test.ts has no row named "sampledNegativeSamplingLoss"; try --from sigmoid-with-loss]`,
    );
  });
});

describe("renamed(text, from, to)", () => {
  test("changes files, functions and types, and no word that only contains the name", () => {
    const text =
      'import { type AffineOptions, affine } from "./affine.js"; // affinely, drawFromAffine, Affinely, affine-like';
    expect(renamed(text, namesOf("affine"), namesOf("gated-affine"))).toBe(
      'import { type GatedAffineOptions, gatedAffine } from "./gated-affine.js"; ' +
        "// affinely, drawFromGatedAffine, Affinely, affine-like",
    );
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  }
}
