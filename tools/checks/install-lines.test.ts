import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readmes } from "../examples/readme-examples.js";
import { root } from "../workspace.js";

const ofPackages = readmes.filter(({ needsExample, readme }) => needsExample && readme.startsWith("packages/"));

describe("a package's README", () => {
  test.each(ofPackages)("says to install what its examples import: $readme", ({ readme, examples }) => {
    const [, installed = ""] = /^ {4}npm install (.*)$/m.exec(readFileSync(join(root, readme), "utf8")) ?? [];
    const imported = examples.flatMap(({ code }) =>
      [...code.matchAll(/ from "(@wordloom\/[\w-]+)/g)].map(([, name]) => name),
    );
    expect(installed.split(" ")).toEqual(expect.arrayContaining(imported));
  });
});
