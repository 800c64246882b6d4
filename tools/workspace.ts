import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that holds everything; paths elsewhere in `tools` are relative to it. */
export const root: string = join(import.meta.dirname, "..");

/** The parts of a `package.json` that are looked at. */
interface Manifest {
  readonly name: string;
  readonly description?: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  /** Relative to the root, with forward slashes: `packages/tensor`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace, in the order of their folders. */
export function workspacePackages(): WorkspacePackage[] {
  return globSync(["packages/*/", "apps/*/", "bench/", "platforms/"], { cwd: root })
    .map((folder) => folder.replaceAll("\\", "/").replace(/\/$/, ""))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort()
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) }));
}

/** One thing that users import from a package, with its files relative to the root. */
export interface PackageEntry {
  /** `@wordloom/data` or `@wordloom/data/node`. */
  readonly name: string;
  readonly source: string;
  readonly built: string;
}

/** The entries of a package, as its `exports` have them; `./package.json` is none. */
export function entriesOf({ folder, manifest }: WorkspacePackage): PackageEntry[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) =>
    typeof target === "string"
      ? []
      : [
          {
            name: `${manifest.name}${subpath.slice(1)}`,
            source: `${folder}/${target["@wordloom/source"]?.slice("./".length)}`,
            built: `${folder}/${target.default?.slice("./".length)}`,
          },
        ],
  );
}
