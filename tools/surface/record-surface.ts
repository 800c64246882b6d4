// Writes the two files that surface.test.ts holds the packages to: `pnpm record`, after a build.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { budgetFor, entrySizes } from "./entry-sizes.ts";
import { publicExports } from "./public-exports.ts";

const budgets = Object.entries(entrySizes()).map(([entry, size]) => [entry, budgetFor(size)]);
writeJson("public-exports.json", publicExports());
writeJson("size-budget.json", Object.fromEntries(budgets));

function writeJson(name: string, value: unknown): void {
  const file = join(import.meta.dirname, name);
  writeFileSync(`${file}.tmp`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.tmp`, file);
}
