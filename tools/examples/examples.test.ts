/** @module-tag slow */
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../workspace.js";
import { exampleFolders } from "./examples.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const catalog: Record<string, string> = parse(read("pnpm-workspace.yaml")).catalog;

describe("the examples", () => {
  test("are numbered in reading order, and listed so in README.md", () => {
    const folders = exampleFolders.map(({ folder }) => folder.slice("examples/".length));
    expect(folders.map((folder) => Number.parseInt(folder, 10))).toEqual(folders.map((_, i) => i + 1));
    const listed = [...read("examples/README.md").matchAll(/^\| \[`(.*?)`\]\((.*?)\) \| (.*?) \|$/gm)];
    expect(listed.map(([, name, link, text]) => [name, link, text])).toEqual(
      exampleFolders.map(({ manifest }, i) => [folders[i], folders[i], manifest.description]),
    );
  });

  test.each(exampleFolders)("print what they say: $folder", async ({ folder, promised }) => {
    const { stdout } = await promisify(execFile)(process.execPath, ["main.ts"], {
      cwd: join(root, folder),
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(promised).not.toEqual([]);
    expect(stdout.trimEnd().split("\n")).toEqual(promised);
  });

  test.each(exampleFolders)("name what they import, and nothing else: $folder", ({ folder, manifest }) => {
    const imported = globSync(`${folder}/*.ts`, { cwd: root })
      .flatMap((file) => ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName))
      .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
      .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
    expect(Object.keys(manifest.dependencies)).toEqual([...new Set(imported)].sort());
  });

  test.each(exampleFolders)("install outside the workspace, too: $folder", ({ manifest }) => {
    // npm knows neither workspace: nor catalog:.
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const wanted = versions.map(([name]) => [name, name.startsWith("@wordloom/") ? "*" : catalog[name]]);
    expect(versions).toEqual(wanted);
  });

  test.each(exampleFolders)("start alike and are told about: $folder", ({ folder, manifest }) => {
    expect(manifest.name).toBe(folder.replace("/", "-").replace("examples", "example"));
    expect(manifest.scripts.start).toBe("node main.ts");
    expect(read(`${folder}/README.md`)).toContain("npm install\nnpm start");
  });
});
