import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { exportsOf, identifiersIn, isIdentifier, withRow, withStatement, withTableLine } from "./insert.ts";
import { type Kind, kinds } from "./kinds.ts";
import { type Names, namesOf, renamed } from "./names.ts";

/** What `pnpm new` writes: the text of each file, by its path from the root, in the order in which to look at them. */
export type Files = ReadonlyMap<string, string>;

/**
 * The files of a new layer, loss, optimizer or sampler: all that is asked of one, copied from the one it starts from under its
 * new name, in the same folder. Nothing is written.
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
  const sources = sourcesOf(root, found);
  checkName(
    name,
    (file) => pathOf(sources, file) !== undefined,
    readFileSync(join(root, found.folder, "src/index.ts"), "utf8"),
  );
  const template = namesOf(from ?? found.template);
  const names = namesOf(name);
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  checkTemplate(root, found, template, names);
  if (existsSync(join(root, `.changeset/${name}.md`))) {
    throw new Error(`new: there is a .changeset/${name}.md already; choose another name, or move it out of the way`);
  }

  const rename = (text: string): string => renamed(text, template, names);
  const path = (file: string): string => `${found.folder}/src/${file}`;
  const [source = "", test = ""] = ["", ".test"].map((kind) => pathOf(sources, `${template.kebab}${kind}.ts`));
  const like = source.replace(/\.ts$/, "");
  const made = like.replace(/[^/]*$/, name);
  const battery = withStatement(read(path(found.battery)), like, made, rename);
  return new Map([
    [path(`${made}.ts`), rename(read(path(source)))],
    [path(`${made}.test.ts`), rename(read(path(test)))],
    [path(found.battery), withRow(battery, found.row, template.camel, rename)],
    [path("index.ts"), withStatement(read(path("index.ts")), like, made, rename)],
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
  const imported = made.flatMap(([path, text]) =>
    [...text.matchAll(part)].filter(([, file]) => file !== `${name}.js`).map(([, file]) => `${dirname(path)}/${file}`),
  );
  return [...new Set(imported)].map((path) => path.slice(path.indexOf("/src/") + 1).replace(/\.js$/, ".ts"));
}

/** The files of a package's `src` and of the folders in it, relative to `src`. */
function sourcesOf(root: string, { folder }: Kind): string[] {
  const paths = globSync("**/*.ts", { cwd: join(root, folder, "src") }).map((path) => path.replaceAll("\\", "/"));
  return paths.filter((path) => !path.startsWith("assembly/")).sort();
}

function pathOf(sources: readonly string[], file: string): string | undefined {
  return sources.find((path) => basename(path) === file);
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

function checkTemplate(root: string, kind: Kind, from: Names, to: Names): void {
  const { folder, battery, template } = kind;
  const sources = sourcesOf(root, kind);
  const files = [`${from.kebab}.ts`, `${from.kebab}.test.ts`];
  const missing = files.find((file) => pathOf(sources, file) === undefined);
  if (missing !== undefined) throw new Error(`new: ${folder} has no src/${missing}; try --from ${template}`);
  const [source, test] = files.map((file) =>
    readFileSync(join(root, folder, "src", pathOf(sources, file) ?? file), "utf8"),
  );
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
