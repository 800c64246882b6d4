import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { formats } from "./formats/formats.js";

const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");

describe("the README", () => {
  test("has a line for each format, in the order of the list, with its name and its endings", () => {
    const [, table = ""] = /\| format \|.*\n\| ---.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const rows = table.trimEnd().split("\n");
    expect(rows.map((row) => row.split(" | ").slice(2).join(" | "))).toEqual(
      formats.map(({ name, endings }) => `\`${name}\` | ${endings.map((ending) => `\`.${ending}\``).join(", ")} |`),
    );
  });

  test("says of each folder what lives there", () => {
    const rows = [...readme.matchAll(/^\| \[`(\S+)`\]\(src\/(\S+)\) \| .+ \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(rows.map(([, , path]) => path));
    expect(rows.map(([, name]) => name).sort()).toEqual(folders().sort());
  });
});

/** Folders with code, below `src`; those of fixtures count as one. */
function folders(): string[] {
  const all = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true });
  const paths = all.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return paths
    .map((path) => relative(import.meta.dirname, path).replaceAll("\\", "/"))
    .filter((path) => path !== "fixtures/files");
}
