// Rehearses a release: in a throwaway copy of this repository it runs what the workflow runs, with a registry of this machine in
// place of npm's, and then installs and uses packages from there as a stranger would. `pnpm rehearse`; with --debug, a
// failure comes with all that its command said.
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisedLines, readmes } from "../../examples/readme-examples.ts";
import { root, workspacePackages } from "../../workspace.ts";
import { faultsOf, publishedPackage } from "../published-package.ts";
import { type LocalRegistry, localRegistry } from "./local-registry.ts";
import { said } from "./said.ts";
import { throwawayCopy, useRegistry } from "./throwaway-copy.ts";

const pnpm = "npx --yes pnpm@12";
const released = workspacePackages().filter(({ folder }) => /^(packages|apps)\//.test(folder));
const names = released.map(({ manifest }) => manifest.name);

const started = performance.now();
const home = await mkdtemp(join(tmpdir(), "wordloom-rehearsal-"));
let registry: LocalRegistry | undefined;
let now = "start";
// Ctrl-C ends the command that is running, and by that the rehearsal, which then tidies up.
process.on("SIGINT", () => {});
try {
  registry = await localRegistry(await emptyFolder("registry"));
  await rehearse(registry.url);
  console.log(`The release would work: ${names.length} packages, ${seconds(started)} s.`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(`rehearse: ${now}: ${error.message}`);
  if (process.argv.includes("--debug")) console.error(error.cause ?? error.stack);
  process.exitCode = 1;
} finally {
  registry?.close();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

async function rehearse(url: string): Promise<void> {
  const copy = await emptyFolder("copy");
  await step("copy the repository", async () => {
    await throwawayCopy(copy, url);
    await said(`${pnpm} install --frozen-lockfile --prefer-offline`, { folder: copy });
  });
  const version = await step("write versions and changelogs", () => versionIn(copy));
  await step("refuse to publish without provenance", () => refusal(copy));
  await step("publish", () => publication(copy, url, version));
  await step("look into the packages", () => inspection(url, version));
  await step("install one package, run its example", () => example(url, "packages/word2vec"));
  await step("train and ask with npx", () => apps(url, version));
}

/** Runs `work`, and tells its name when it fails, its time when it does not. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  now = name;
  const from = performance.now();
  const result = await work();
  console.log(`${String(seconds(from)).padStart(4)} s  ${name}`);
  return result;
}

/** The one version that `pnpm version:packages` gives all packages. */
async function versionIn(copy: string): Promise<string> {
  await said(`${pnpm} version:packages`, { folder: copy });
  const versions = released.map(({ folder }) => publishedPackage(join(copy, folder)).manifest.version);
  const [version = "none"] = versions;
  expectNone(
    names.filter((_, i) => versions[i] !== version).map((name) => `${name} has another version than ${version}`),
  );
  if (version === "0.0.0") throw new Error("the version is still 0.0.0; is there no changeset?");
  const changelogs = released.map(({ folder }) => readFileSync(join(copy, folder, "CHANGELOG.md"), "utf8"));
  expectNone(
    names
      .filter((_, i) => !changelogs[i]?.includes(`\n## ${version}\n`))
      .map((name) => `${name} lacks an entry in its changelog`),
  );
  return version;
}

/** Nobody publishes from their own machine: there, pnpm can't say where the package was made. */
async function refusal(copy: string): Promise<void> {
  const ownMachine = { CI: undefined, GITHUB_ACTIONS: undefined, GITLAB_CI: undefined };
  const attempt = said(`${pnpm} publish --no-git-checks`, {
    folder: join(copy, released[0]?.folder ?? ""),
    env: ownMachine,
  });
  const refused = await attempt.then(
    () => new Error("it was published"),
    (error: Error) => error,
  );
  if (!String(refused.cause).includes("ERR_PNPM_PROVENANCE")) throw refused;
}

async function publication(copy: string, url: string, version: string): Promise<void> {
  await said(`${pnpm} release`, { folder: copy, env: { PNPM_CONFIG_PROVENANCE: "false" } });
  const latest = await Promise.all(names.map(async (name) => (await metadata(url, name))["dist-tags"].latest));
  expectNone(names.filter((_, i) => latest[i] !== version).map((name) => `${name} is not there in ${version}`));
  const tags = (await said("git tag", { folder: copy })).trim().split("\n");
  expectNone(names.filter((name) => !tags.includes(`${name}@${version}`)).map((name) => `${name} has no tag`));
}

async function inspection(url: string, version: string): Promise<void> {
  const faults = names.map(async (name) => {
    const folder = await emptyFolder(join("inspected", name));
    const { tarball } = (await metadata(url, name)).versions[version]?.dist ?? {};
    if (tarball === undefined) throw new Error(`${name} has no tarball`);
    await writeFile(join(folder, "package.tgz"), Buffer.from(await (await fetch(tarball)).arrayBuffer()));
    await said("tar -xzf package.tgz", { folder });
    return faultsOf(publishedPackage(join(folder, "package")));
  });
  expectNone((await Promise.all(faults)).flat());
}

/** Does in an empty folder what a package's README says. */
async function example(url: string, home: string): Promise<void> {
  const readme = `${home}/README.md`;
  const install = /^ {4}(npm install @wordloom\/.*)$/m.exec(readFileSync(join(root, readme), "utf8"))?.[1];
  if (install === undefined) throw new Error(`${readme} does not say what to install`);
  const folder = await strangersFolder("one", url);
  await said(install, { folder, env: cache() });
  for (const each of readmes.find((found) => found.readme === readme)?.examples ?? []) {
    await writeFile(join(folder, "example.ts"), each.code);
    const printed = (await said(`"${process.execPath}" example.ts`, { folder })).trimEnd();
    const promised = promisedLines(each).join("\n");
    if (printed !== promised)
      throw new Error(`${each.readme} promises ${JSON.stringify(promised)}, but it printed ${JSON.stringify(printed)}`);
  }
}

/** Trains on a text of one's own and asks the vectors, with nothing installed. */
async function apps(url: string, version: string): Promise<void> {
  const folder = await strangersFolder("apps", url);
  await writeFile(join(folder, "my.txt"), "the cat sat on the mat and the dog sat on the rug\n".repeat(50));
  const run = (command: string) => said(`npx --yes ${command}`, { folder, env: cache() });
  const told = (await run("@wordloom/ptb-trainer --version")).trim();
  if (told !== version) throw new Error(`ptb-trainer says that it is ${told}, not ${version}`);
  await run("@wordloom/ptb-trainer --data my.txt --epochs 2 --dimension 8 --out run --quiet");
  const { similar } = JSON.parse(await run("@wordloom/evaluator run --similar cat --top 3 --json"));
  if (similar?.cat?.length !== 3)
    throw new Error(`evaluator found ${JSON.stringify(similar)}, not three neighbours of cat`);
}

/** Of npm's own: it must not answer with what an earlier rehearsal published. */
function cache(): Record<string, string> {
  return { npm_config_cache: join(home, "cache") };
}

async function strangersFolder(name: string, url: string): Promise<string> {
  const folder = await emptyFolder(name);
  await useRegistry(folder, url);
  // Without it npm would take a package.json further up for this folder's.
  await writeFile(join(folder, "package.json"), "{}\n");
  return folder;
}

async function emptyFolder(name: string): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder, { recursive: true });
  return folder;
}

interface Metadata {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
}

async function metadata(url: string, name: string): Promise<Metadata> {
  const response = await fetch(new URL(name.replace("/", "%2f"), url));
  if (!response.ok) throw new Error(`${name} is not there (${response.status})`);
  return (await response.json()) as Metadata;
}

function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join("; "));
}

function seconds(from: number): number {
  return Math.round((performance.now() - from) / 1000);
}
