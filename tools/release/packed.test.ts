/** @module-tag slow */
import { exec, execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { format, promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../platforms/src/chromium.js";
import { inChromium } from "../../platforms/src/in-chromium.js";
import { isForPages, promisedLines, readmes } from "../examples/readme-examples.js";
import { runInNode } from "../examples/run-example.js";
import { writeTreebankStandIn } from "../examples/treebank-stand-in.js";
import { root, workspacePackages } from "../workspace.js";
import { faultsOf, publishedPackage } from "./published-package.js";

// Another Node than the one that runs the tests can be named, as the workflow for pull requests does.
const node = process.env.WORDLOOM_NODE ?? process.execPath;
const tested = readmes.filter(({ needsExample }) => needsExample);
const exampleFolders = globSync("examples/*/main.ts", { cwd: root }).map((file) => dirname(file).replaceAll("\\", "/"));
const libraries = workspacePackages().filter(({ folder }) => folder.startsWith("packages/"));
const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "wordloom-packed-"));
  await mkdir(join(project, "tarballs"));
  await writeTreebankStandIn(join(project, "cache"));
  // Through a shell, for on Windows npx and npm are scripts.
  const pack = `npx --yes pnpm@12 --filter "./packages/*" pack --pack-destination "${join(project, "tarballs")}"`;
  await promisify(exec)(pack, { cwd: root });
  const tarballs = globSync("tarballs/*.tgz", { cwd: project }).map((file) => file.replaceAll("\\", "/"));
  const dependencies = tarballs.map((file) => [nameIn(file), `file:${file}`]);
  const manifest = { private: true, type: "module", dependencies: Object.fromEntries(dependencies) };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest));
  // Peers are optional, and vitest would be all that comes from outside but fast-check.
  const quiet = "--prefer-offline --no-audit --no-fund --omit=dev --omit=optional --omit=peer";
  await promisify(exec)(`npm install ${quiet}`, { cwd: project });
});

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

describe("installed from its tarball, outside the workspace", () => {
  test.each(tested)("the example prints what it says: $readme", async ({ readme, examples }) => {
    // Where nobody has installed vitest.
    for (const [i, example] of examples.filter(({ runsIn }) => runsIn === "node").entries()) {
      const file = join(project, `${readme.replaceAll("/", "-")}-${i}.ts`);
      await writeFile(file, example.code);
      const printed = await runInNode({ ...example, file }, { XDG_CACHE_HOME: join(project, "cache") }, node);
      expect(printed).toEqual(promisedLines(example));
    }
  });

  test.each(exampleFolders)("prints what it says: %s", async (folder) => {
    const { file, code } = await copied(folder);
    const { stdout } = await promisify(execFile)(node, [file], {
      cwd: dirname(file),
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout.trimEnd().split("\n")).toEqual(promisedLines({ file, code }));
  });

  test("every package has what it promises and nothing unmeant", () => {
    const folders = globSync("node_modules/@wordloom/*", { cwd: project }).map((folder) => join(project, folder));
    expect(folders.length).toBe(libraries.length);
    expect(folders.flatMap((folder) => faultsOf(publishedPackage(folder)))).toEqual([]);
  });
});

describe.skipIf(reason !== "")(`installed from its tarball, bundled for a page${reason}`, () => {
  test.each(tested)("the example prints what it says: $readme", async ({ examples }) => {
    const pure = examples.filter(isForPages);
    expect(pure).not.toEqual([]);
    for (const example of pure) {
      const { printed, errors } = await inChromium(chromium, example.code, { folder: project });
      expect(errors).toEqual([]);
      expect(printed.map((line) => format(...line))).toEqual(promisedLines(example));
    }
  });

  test.each(exampleFolders.filter(isForPagesIn))("prints what it says: %s", async (folder) => {
    const { file, code } = await copied(folder);
    const { printed, errors } = await inChromium(chromium, code, { folder: dirname(file) });
    expect(errors).toEqual([]);
    expect(printed.map((line) => format(...line))).toEqual(promisedLines({ file, code }));
  });
});

/** The program of one of `examples/`, copied with all that is in git beside it to where the packed packages are. */
async function copied(folder: string): Promise<{ file: string; code: string }> {
  // Another test may run the same program where it is, and write its files there.
  const isOwn = (path: string) => !/[\\/](node_modules|out|[^\\/]*\.tmp)$/.test(path);
  await cp(join(root, folder), join(project, folder), { recursive: true, filter: isOwn });
  const file = join(project, folder, "main.ts");
  return { file, code: await readFile(file, "utf8") };
}

function isForPagesIn(folder: string): boolean {
  return isForPages({ code: readFileSync(join(root, folder, "main.ts"), "utf8") });
}

/** `@wordloom/word2vec` for `tarballs/wordloom-word2vec-0.1.0.tgz`. */
function nameIn(tarball: string): string {
  return tarball.replace(/^.*\/wordloom-(.*?)-\d.*$/, "@wordloom/$1");
}
