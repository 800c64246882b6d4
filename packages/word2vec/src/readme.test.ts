import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

test("the README says of each folder what lives there", () => {
  const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| \[`(\S+)`\]\(src\/(\S+)\) \| .+ \|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(rows.map(([, , path]) => path));
  expect(rows.map(([, name]) => name).sort()).toEqual(folders().sort());
});

function folders(): string[] {
  const all = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true });
  const paths = all.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => relative(import.meta.dirname, path).replaceAll("\\", "/"));
}
