import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vectorsFormats } from "@wordloom/vectors";
import { expect, test } from "vitest";
import { TARGETS } from "./targets.js";

test("docs/converting.md has a line for each target of --to, with the endings that say it", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../../docs/converting.md"), "utf8");
  const [, table = ""] = /\| `--to` \|.*\n\| ---.*\n((?:\|.*\n)+)/.exec(page) ?? [];
  const rows = table
    .trimEnd()
    .split("\n")
    .map((row) => row.split(" | ").slice(0, 2));
  const files = vectorsFormats.map(({ name, endings }) => [
    `| \`${name}\``,
    endings.map((ending) => `\`.${ending}\``).join(", "),
  ]);
  expect(rows).toEqual([...files, ["| `model2vec`", "a folder, `FOLDER/`"]]);
  expect(TARGETS).toEqual([...vectorsFormats.map(({ name }) => name), "model2vec"]);
});
