// `pnpm new layer NAME`: all the files of a new layer, loss, optimizer or sampler, as a copy of one that works.
import { execFileSync } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Files, newFiles, partsOfTemplate } from "./files.ts";
import { kinds } from "./kinds.ts";

const root = join(import.meta.dirname, "../..");
const usage = `usage: pnpm new ${[...kinds.keys()].join("|")} NAME [--from NAME]`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { from: { type: "string" } } });
  const [kind, name, ...rest] = positionals;
  if (kind === undefined || name === undefined || rest.length > 0) throw new Error(usage);
  const files = new Map(
    [...newFiles(root, kind, name, values.from)].map(([path, text]) => [path, formatted(path, text)]),
  );
  writeAll(files);
  console.log(report(kind, name, values.from, files));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** A longer or shorter name breaks lines elsewhere, and sorts elsewhere among imports. */
function formatted(path: string, text: string): string {
  if (!path.endsWith(".ts")) return text;
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  return execFileSync(process.execPath, [biome, "check", "--write", `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
}

/** All of them, or, if one cannot be written, none. */
function writeAll(files: ReadonlyMap<string, string>): void {
  const temporary = (path: string): string => join(root, `${path}.new.tmp`);
  try {
    for (const [path, text] of files) writeFileSync(temporary(path), text);
  } catch (error) {
    for (const path of files.keys()) rmSync(temporary(path), { force: true });
    throw error;
  }
  for (const path of files.keys()) renameSync(temporary(path), join(root, path));
}

function report(kind: string, name: string, from: string | undefined, files: Files): string {
  const { folder, template, battery, page } = kinds.get(kind) ?? { folder: "", template: "", battery: "", page: "" };
  const parts = partsOfTemplate(files, name, from ?? template);
  return [
    `Made ${name}, which is still ${from ?? template} under another name, and passes its tests:`,
    ...[...files.keys()].map((path) => `  ${path}`),
    ...(parts.length > 0 ? [`Still read, and to be replaced by files of its own: ${parts.join(", ")}`] : []),
    `Next, in ${folder}: pnpm exec vitest ${name} ${battery}`,
    `Then turn it into what it should be, step by step: ${page}`,
  ].join("\n");
}
