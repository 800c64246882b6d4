import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { root } from "../workspace.js";
import { circles, type Graph } from "./circles.js";

const sources = "{packages,apps,bench,platforms,tools}/**/*.{ts,mts,mjs}";
const files = globSync(sources, { cwd: root, exclude: ["**/node_modules", "**/dist"] })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !/\/(node_modules|dist|fixtures)\//.test(file));

describe("circles(graph)", () => {
  test.each<[string, Record<string, string[]>, string[][]]>([
    ["nothing", {}, []],
    ["a chain", { a: ["b"], b: ["c"] }, []],
    ["two ways to one file", { a: ["b", "c"], b: ["d"], c: ["d"] }, []],
    ["a file that imports itself", { a: ["a"] }, [["a"]]],
    ["two that import each other", { a: ["b"], b: ["a", "c"] }, [["a", "b"]]],
    ["a circle behind a chain", { a: ["b"], b: ["c"], c: ["d"], d: ["b"] }, [["b", "c", "d"]]],
    ["two circles that share a file", { a: ["b", "c"], b: ["a"], c: ["a"] }, [["a", "b", "c"]]],
  ])("finds in %s what there is", (_, imports, expected) => {
    expect(circles(new Map(Object.entries(imports)))).toEqual(expected);
  });
});

describe("the files of the repository", () => {
  test("import each other in no circle, types included", () => {
    expect(circles(importsOf(files))).toEqual([]);
  });
});

/** What each file imports by a relative path, as far as that is in the list; types are imports, too. */
function importsOf(files: readonly string[]): Graph {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"), true, true);
      const targets = importedFiles.map(({ fileName }) => targetOf(file, fileName, known));
      return [file, targets.filter((target) => target !== undefined)];
    }),
  );
}

function targetOf(file: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = relative(root, join(root, dirname(file), specifier)).replaceAll("\\", "/");
  // AssemblyScript names no ending, TypeScript that of what it becomes.
  return [path, `${path}.ts`, path.replace(/\.js$/, ".ts"), path.replace(/\.mjs$/, ".mts")].find((each) =>
    known.has(each),
  );
}
