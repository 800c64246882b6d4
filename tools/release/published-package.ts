import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package as users get it. */
export interface PublishedPackage {
  /** What `package.json` says, read without trust. */
  readonly manifest: PublishedManifest;
  /** Relative to the package, with forward slashes. */
  readonly files: readonly string[];
}

interface PublishedManifest {
  readonly name: string;
  readonly version?: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
}

/** The package in a folder, installed or unpacked. */
export function publishedPackage(folder: string): PublishedPackage {
  const files = globSync("**", { cwd: folder, withFileTypes: true, exclude: (entry) => entry.name === "node_modules" })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return { manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")), files };
}

/** What is wrong with a package that users get, a line each. */
export function faultsOf({ manifest, files }: PublishedPackage): string[] {
  const { name, version = "none" } = manifest;
  const has = new Set(files);
  const missing = [...documents, ...promisedFiles(manifest)].filter((file) => !has.has(file));
  const unmeant = files.filter((file) => !isMeant(file));
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies });
  const unusable = [...ranges, ...Object.entries(manifest.devDependencies ?? {})]
    .filter(([, range]) => /^(workspace|catalog|link|file):/.test(range))
    .map(([dependency, range]) => `asks for ${dependency} in ${range}, which only the workspace knows`);
  const unequal = ranges
    .filter(([dependency, range]) => dependency.startsWith("@wordloom/") && range !== `^${version}`)
    .map(([dependency, range]) => `is version ${version} and asks for ${dependency} in ${range}, not ^${version}`);
  return [
    ...missing.map((file) => `lacks ${file}`),
    ...unmeant.map((file) => `brings ${file}, which users have no use for`),
    ...new Set([...unusable, ...unequal]),
    ...(manifest.publishConfig?.provenance === true ? [] : ["does not ask for provenance"]),
  ].map((fault) => `${name}: ${fault}`);
}

const documents = ["package.json", "README.md", "LICENSE"];

/** What `exports` and `bin` name. */
function promisedFiles({ exports = {}, bin = {} }: PublishedManifest): string[] {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  return [...new Set([...targets, ...Object.values(bin)])].map((file) => file.replace(/^\.\//, ""));
}

function isMeant(file: string): boolean {
  const isTest = /\.(test|test-d|bench)\.ts$|\/fixtures\//.test(file);
  return documents.includes(file) || (/^(dist|src)\//.test(file) && !isTest);
}
