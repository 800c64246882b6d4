import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../workspace.ts";
import { said } from "./said.ts";

/**
 * Fills an empty folder with this repository as it stands, changes that are not committed included, as a repository of its
 * own: versions, changelogs and tags are written there and nowhere else. Our packages are published to and asked of `registry`.
 */
export async function throwawayCopy(folder: string, registry: string): Promise<void> {
  const git = (command: string) => said(`git ${command}`, { folder });
  await git("init --quiet --initial-branch main");
  // Read from there, written here.
  await git(`--work-tree "${root}" add --all`);
  await git("config user.name Rehearsal");
  await git("config user.email rehearsal@example.invalid");
  await git("commit --quiet --no-verify --no-gpg-sign --message Rehearsal");
  await git("checkout --quiet --force main");
  await useRegistry(folder, registry);
}

/** npm and pnpm, run in this folder, take our packages from there; all others as ever. */
export async function useRegistry(folder: string, registry: string): Promise<void> {
  // No registry takes a package from nobody; this one takes it from anybody.
  const token = `${registry.replace(/^http:/, "")}:_authToken=throwaway`;
  await writeFile(join(folder, ".npmrc"), `@wordloom:registry=${registry}\n${token}\n`);
}
