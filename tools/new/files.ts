import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exportsOf, identifiersIn, isIdentifier, withRow, withStatement, withTableLine } from "./insert.ts";
import { type Kind, kinds } from "./kinds.ts";
import { type Names, namesOf, renamed } from "./names.ts";

/** What `pnpm new` writes: the text of each file, by its path from the root, in the order in which to look at them. */
export type Files = ReadonlyMap<string, string>;

/**
 * The files of a new layer, loss, optimizer or sampler: all that is asked of one, copied from the one it starts from under its
 * new name. Nothing is written.
 *
 * @param root - the repository
 * @param kind - `layer`, `loss`, `optimizer` or `sampler`
 * @param name - in kebab-case
 * @param from - the one to start from, in kebab-case; left out, the simplest
 * @throws Error in one line, where a name does not do
 */
export function newFiles(root: string, kind: string, name: string, from?: string): Files {
  const found = kinds.get(kind);
  if (found === undefined) throw new Error(`new: "${kind}" is none of ${[...kinds.keys()].join(", ")}`);
  const source = (file: string) => join(root, found.folder, "src", file);
  checkName(name, (file) => existsSync(source(file)), readFileSync(source("index.ts"), "utf8"));
  const template = namesOf(from ?? found.template);
  const names = namesOf(name);
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  checkTemplate(root, found, template, names);
  if (existsSync(join(root, `.changeset/${name}.md`))) {
    throw new Error(`new: there is a .changeset/${name}.md already; choose another name, or move it out of the way`);
  }

  const rename = (text: string): string => renamed(text, template, names);
  const path = (file: string): string => `${found.folder}/src/${file}`;
  const battery = withStatement(read(path(found.battery)), template.kebab, name, rename);
  return new Map([
    [path(`${name}.ts`), rename(read(path(`${template.kebab}.ts`)))],
    [path(`${name}.test.ts`), rename(read(path(`${template.kebab}.test.ts`)))],
    [path(found.battery), withRow(battery, found.row, template.camel, rename)],
    [path("index.ts"), withStatement(read(path("index.ts")), template.kebab, name, rename)],
    [`${found.folder}/README.md`, withTableLine(read(`${found.folder}/README.md`), template.camel, rename)],
    [`.changeset/${name}.md`, changeset(found, names)],
  ]);
}

/**
 * Files that what was made still imports although they are parts of the one it started from, such as `src/lstm-step.ts` or
 * a fixture: only the layer that they belong to can say what should be in their place.
 */
export function partsOfTemplate(files: Files, name: string, template: string): readonly string[] {
  const part = new RegExp(`"\\./((?:fixtures/)?${template}[-.][^"]*)"`, "g");
  const made = [...files].filter(([path]) => path.endsWith(`/${name}.ts`) || path.endsWith(`/${name}.test.ts`));
  const imported = made.flatMap(([, text]) => [...text.matchAll(part)].map(([, file]) => file));
  const parts = new Set(imported.filter((file) => file !== `${name}.js`));
  return [...parts].map((file) => `src/${file.replace(/\.js$/, ".ts")}`);
}

function checkName(name: string, isTaken: (file: string) => boolean, index: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`new: "${name}" is no name in kebab-case; it must be like "mean-embedding"`);
  }
  const { camel } = namesOf(name);
  if (!isIdentifier(camel)) throw new Error(`new: "${camel}" is a word of the language; choose another name`);
  if (isTaken(`${name}.ts`) || isTaken(`${name}.test.ts`) || exportsOf(index).includes(camel)) {
    throw new Error(`new: "${name}" is taken; choose another name`);
  }
}

function checkTemplate(root: string, { folder, battery, template }: Kind, from: Names, to: Names): void {
  const files = [`${from.kebab}.ts`, `${from.kebab}.test.ts`].map((file) => join(root, folder, "src", file));
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) {
    throw new Error(
      `new: ${folder} has no src/${missing.slice(missing.lastIndexOf("src") + 4)}; try --from ${template}`,
    );
  }
  const [source, test] = files.map((file) => readFileSync(file, "utf8"));
  const kept = exportsOf(source).find((name) => renamed(name, from, to) === name);
  if (kept !== undefined) {
    throw new Error(`new: ${from.kebab} also exports ${kept}, which a copy would export again; try --from ${template}`);
  }
  if ([source, test].some((text) => identifiersIn(text).has(to.camel))) {
    throw new Error(`new: "${to.camel}" is a name that ${from.kebab} uses already; choose another, or another --from`);
  }
  if (!readFileSync(join(root, folder, "src", battery), "utf8").includes(`"${from.camel}"`)) {
    throw new Error(`new: ${battery} has no row named "${from.camel}"; try --from ${template}`);
  }
}

function changeset({ folder }: Kind, { camel }: Names): string {
  return `---\n"@wordloom/${folder.slice("packages/".length)}": minor\n---\n\nAdded \`${camel}\`.\n`;
}
