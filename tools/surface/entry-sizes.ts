import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { entriesOf, root, workspacePackages } from "../workspace.ts";

/**
 * Gzipped bytes of each built entry of the packages, with the chunks of the same package that it loads.
 *
 * @throws Error if an entry has not been built
 */
export function entrySizes(): Record<string, number> {
  const entries = workspacePackages()
    .filter(({ folder }) => folder.startsWith("packages/"))
    .flatMap(entriesOf);
  return Object.fromEntries(
    entries.map(({ name, built }) => {
      if (!existsSync(join(root, built))) throw new Error(`entrySizes: ${built} is missing; \`pnpm build\` makes it`);
      const files = withOwnChunks(join(root, built), []);
      return [name, gzipSync(Buffer.concat(files.map((file) => readFileSync(file)))).length];
    }),
  );
}

/** A budget that leaves a tenth, in whole hundreds of bytes. */
export function budgetFor(size: number): number {
  return Math.ceil((size * 1.1) / 100) * 100;
}

function withOwnChunks(file: string, seen: readonly string[]): readonly string[] {
  if (seen.includes(file)) return seen;
  const own = ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => join(dirname(file), specifier));
  return own.reduce((found: readonly string[], next) => withOwnChunks(next, found), [...seen, file]);
}
