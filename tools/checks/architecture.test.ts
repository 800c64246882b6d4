import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { root, type WorkspacePackage, workspacePackages } from "../workspace.js";

/** One import, with the place to look at. */
interface Import {
  readonly file: string;
  readonly specifier: string;
}

const architecture: Record<string, { description: string; mayImport: string[] }> = JSON.parse(
  readFileSync(join(root, "architecture.json"), "utf8"),
);
const packages = workspacePackages();
const ours = new Map(packages.map((each) => [each.manifest.name, each]));
const documented = Object.entries(architecture).filter(([folder]) => folder.startsWith("packages/"));
const libraries = packages.filter(({ folder }) => folder.startsWith("packages/"));

describe("architecture.json", () => {
  test("lists every package of the workspace and nothing else", () => {
    expect(Object.keys(architecture).sort()).toEqual(packages.map(({ folder }) => folder));
  });

  test.each(packages)("describes $folder as its package.json does", ({ folder, manifest }) => {
    expect(manifest.description).toBe(architecture[folder]?.description);
  });

  test("is what the package table of README.md says", () => {
    const rows = documented.map(
      ([folder, { description }]) => `| [\`${basename(folder)}\`](${folder}) | ${description} |`,
    );
    expect(missingLines("README.md", rows)).toEqual([]);
  });

  test.each(["README.md", "docs/architecture.md"])("is what the picture of %s shows, each import once", (page) => {
    const imports = documented.flatMap(([folder, { mayImport }]) =>
      mayImport.filter((name) => ours.has(name)).map((name) => [basename(folder), basename(name)]),
    );
    const without = (arrow: readonly string[]) => imports.filter((other) => other !== arrow);
    const needed = imports.filter((arrow) => !isPath(without(arrow), arrow[0], arrow[1]));
    expect(arrowsIn(page)).toEqual(needed.map((arrow) => arrow.join(" → ")).toSorted());
  });

  test("is what the package table of docs/architecture.md says", () => {
    const rows = documented.map(([folder, { description, mayImport }]) => {
      const imports = mayImport.map(basename).join(", ") || "–";
      return `| [\`${basename(folder)}\`](../${folder}) | ${description} | ${imports} |`;
    });
    expect(missingLines("docs/architecture.md", rows)).toEqual([]);
  });
});

describe("dependencies", () => {
  test.each(packages)("of $folder are what its source imports", (each) => {
    const imported = sourceImports(each, isShipped).map(packageOf).filter(isExternalTo(each));
    expect(runtimeDependencies(each).sort()).toEqual([...new Set(imported)].sort());
  });

  test.each(packages)("of $folder are allowed by architecture.json", (each) => {
    const mayImport = architecture[each.folder]?.mayImport ?? [];
    const isAllowed = (name: string) => mayImport.includes(name) || (mayImport.includes("*") && ours.has(name));
    expect(runtimeDependencies(each).filter((name) => !isAllowed(name))).toEqual([]);
  });

  test.each(packages)("of the tests of $folder are declared", (each) => {
    const { dependencies, devDependencies } = each.manifest;
    const declared = new Set(Object.keys({ ...dependencies, ...devDependencies }));
    const undeclared = sourceImports(each, (file) => !isShipped(file)).filter(
      (found) => isExternalTo(each)(packageOf(found)) && !declared.has(packageOf(found)),
    );
    expect(undeclared).toEqual([]);
  });

  test.each(packages)("of $folder take their versions from the workspace and the catalog", ({ manifest }) => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const expected = versions.map(([name]) => [name, ours.has(name) ? "workspace:^" : "catalog:"]);
    expect(versions).toEqual(expected);
  });

  test("form no cycle, development included", () => {
    expect(cycleAmong(packages)).toEqual([]);
  });
});

describe("imports", () => {
  test.each(packages)("of $folder reach other packages by a name that they export", (each) => {
    const deep = sourceImports(each, () => true).filter((found) => {
      const target = ours.get(packageOf(found));
      return target !== undefined && !isEntry(target, found.specifier);
    });
    expect(deep).toEqual([]);
  });

  test.each(libraries)("of $folder need Node under src/node only", (each) => {
    const isPure = (file: string) => isShipped(file) && !file.includes("/src/node/");
    const needsNode = ({ specifier }: Import) =>
      specifier.startsWith("node:") ||
      /^@wordloom\/[^/]+\/node$/.test(specifier) ||
      /^\.+\/(.*\/)?node\//.test(specifier);
    expect(sourceImports(each, isPure).filter(needsNode)).toEqual([]);
  });
});

describe("a package", () => {
  test.each(packages)("says what it is in a README: $folder", ({ folder }) => {
    expect(existsSync(join(root, folder, "README.md"))).toBe(true);
  });
});

describe("a library", () => {
  test.each(libraries)("has all its files: $folder", ({ folder }) => {
    const files = ["package.json", "src/index.ts", "tsconfig.json", "tsup.config.ts", "vitest.config.ts"];
    expect(files.filter((file) => !existsSync(join(root, folder, file)))).toEqual([]);
  });

  test.each(libraries)("has the package.json of all: $folder", ({ folder, manifest }) => {
    expect(manifest).toMatchObject({
      name: `@wordloom/${basename(folder)}`,
      keywords: ["word2vec", "word-vectors", "embeddings", "nlp"],
      license: "MIT",
      repository: { type: "git", url: "git+https://github.com/wordloom/wordloom.git", directory: folder },
      type: "module",
      sideEffects: false,
      files: expect.arrayContaining(["dist", "src", "!src/**/*.test.ts"]),
      engines: { node: ">=22" },
      publishConfig: { access: "public", provenance: true },
      scripts: {
        build: "tsup",
        typecheck: "tsc --noEmit",
        test: "vitest run",
        "check:package": "publint --strict && attw --pack . --profile esm-only",
      },
    });
  });

  test.each(libraries)("exports its source first, then types, then code: $folder", ({ folder, manifest }) => {
    // As lists of pairs: the order of the conditions decides which one a resolver takes.
    const found = Object.entries(manifest.exports ?? {}).map(([subpath, target]) => [
      subpath,
      typeof target === "string" ? target : Object.entries(target),
    ]);
    const entries = Object.keys(manifest.exports ?? {}).filter((subpath) => subpath !== "./package.json");
    expect(entries[0]).toBe(".");
    expect(entries.filter((subpath) => !existsSync(join(root, folder, `src/${entryFile(subpath)}.ts`)))).toEqual([]);
    expect(found).toEqual([
      ...entries.map((subpath) => [subpath, entryConditions(entryFile(subpath))]),
      ["./package.json", "./package.json"],
    ]);
  });
});

/** Of the picture of a page: groups of packages, and an arrow between each two of them that stand side by side. */
function arrowsIn(page: string): string[] {
  const blocks = readFileSync(join(root, page), "utf8").matchAll(/^```\w*\n(.*?)^```$/gms);
  const picture = [...blocks].map(([, block]) => block).find((block) => block.includes("──►")) ?? "";
  const arrows = picture.split("\n").flatMap((line) => {
    const parts = line.split(/ (──►|◄──) /).map((part) => part.trim());
    return parts.flatMap((sign, i) => {
      if (i % 2 === 0) return [];
      const [left, right] = [parts[i - 1].split(" · "), parts[i + 1].split(" · ")];
      const [from, to] = sign === "──►" ? [left, right] : [right, left];
      return from.flatMap((one) => to.map((other) => `${one} → ${other}`));
    });
  });
  return arrows.toSorted();
}

function isPath(arrows: readonly (readonly string[])[], from: string, to: string): boolean {
  return from === to || arrows.some(([start, end]) => start === from && isPath(arrows, end, to));
}

/** The file behind a sub-path, without its extension: `./node` is a folder, any other a file. */
function entryFile(subpath: string): string {
  if (subpath === ".") return "index";
  return subpath === "./node" ? "node/index" : subpath.slice("./".length);
}

function entryConditions(entry: string): [string, string][] {
  return [
    ["@wordloom/source", `./src/${entry}.ts`],
    ["types", `./dist/${entry}.d.ts`],
    ["default", `./dist/${entry}.js`],
  ];
}

function sourceImports({ folder }: WorkspacePackage, isWanted: (file: string) => boolean): Import[] {
  const files = globSync(`${folder}/src/**/*.ts`, { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  return files
    .filter(isWanted)
    .sort()
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(root, file), "utf8"))
        .importedFiles.map(({ fileName }) => ({ file, specifier: fileName })),
    );
}

/** What an installation brings, or asks its user to bring. */
function runtimeDependencies({ manifest }: WorkspacePackage): string[] {
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
}

function isShipped(file: string): boolean {
  return !/(\.(test|test-d|bench)\.ts$|\/fixtures\/)/.test(file);
}

/** The package that an import names; the empty string for a file of the same package and for Node itself. */
function packageOf({ specifier }: Import): string {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return "";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function isExternalTo({ manifest }: WorkspacePackage): (name: string) => boolean {
  return (name) => name !== "" && name !== manifest.name;
}

function isEntry({ manifest }: WorkspacePackage, specifier: string): boolean {
  const subpath = `.${specifier.slice(manifest.name.length)}`;
  return subpath !== "./package.json" && Object.hasOwn(manifest.exports ?? {}, subpath);
}

/** The names along one cycle, or an empty list. */
function cycleAmong(all: readonly WorkspacePackage[]): string[] {
  const finished = new Set<string>();
  const search = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (finished.has(name)) return [];
    const { dependencies, devDependencies } = ours.get(name)?.manifest ?? {};
    for (const next of Object.keys({ ...dependencies, ...devDependencies })) {
      const cycle = ours.has(next) ? search(next, [...path, name]) : [];
      if (cycle.length > 0) return cycle;
    }
    finished.add(name);
    return [];
  };
  return all.map(({ manifest }) => search(manifest.name, [])).find((cycle) => cycle.length > 0) ?? [];
}

function missingLines(document: string, lines: readonly string[]): string[] {
  const present = new Set(readFileSync(join(root, document), "utf8").split("\n"));
  return lines.filter((line) => !present.has(line));
}

/** The last part of a folder or of a scoped name. */
function basename(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}
