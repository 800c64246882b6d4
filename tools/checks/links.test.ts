import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../workspace.js";
import { pages } from "./pages.js";

describe("a page", () => {
  test.each(pages)("links to what there is: %s", (page) => {
    expect(linksIn(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test.each(pages)("links a name of the code to a file that has it: %s", (page) => {
    const links = readFileSync(join(root, page), "utf8").matchAll(/\[`(\w+)`\]\(([^)#:\s]+\.(?:ts|json))\)/g);
    const strays = [...links].filter(([, name, link]) => {
      const text = readFileSync(join(root, dirname(page), link), "utf8");
      return !new RegExp(`\\b${name}\\b`).test(text);
    });
    expect(strays.map(([link]) => link)).toEqual([]);
  });
});

test("README.md says in which file CBOW's 1/C is, and it is there", () => {
  const [, file] =
    /Here the factor is in \[`\w+`\]\(([^)]+)\)/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  expect(readFileSync(join(root, file), "utf8")).toContain("1 / n;");
});

/** Those within the repository. Code has brackets of its own. */
function linksIn(page: string): string[] {
  const prose = readFileSync(join(root, page), "utf8").replace(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path, anchor] = link.split("#");
  const target = join(root, path === "" ? page : join(dirname(page), path));
  if (!existsSync(target)) return false;
  return anchor === undefined || (statSync(target).isFile() && anchorsIn(target).includes(anchor));
}

/** As GitHub makes them of headings. */
function anchorsIn(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}
