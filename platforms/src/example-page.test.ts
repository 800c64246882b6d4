import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../tools/workspace.js";
import { findChromium } from "./chromium.js";
import { inChromium } from "./in-chromium.js";
import type { PageFile } from "./page-server.js";

const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";
const folder = join(root, "examples/07-web-page");
const inPublic = (name: string): Promise<Buffer> => readFile(join(folder, "public", name));
let files: Record<string, PageFile>;

/** Opens the page, waits for its vectors, and types what it is told. */
const visitor = `const frame = document.createElement("iframe");
frame.src = "/example/";
document.body.append(frame);
await new Promise((resolve) => frame.addEventListener("load", resolve));
const page = frame.contentDocument;
const [input, message] = ["word", "message"].map((id) => page.getElementById(id));
while (message.textContent.startsWith("Loading")) await new Promise((resolve) => setTimeout(resolve, 10));
console.log(message.textContent);
const type = (word) => {
  input.value = word;
  input.dispatchEvent(new Event("input"));
  return [...page.querySelectorAll("#neighbours li")].map((line) => line.textContent);
};`;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ["main.ts"], { cwd: folder });
  const { outputFiles } = await build({
    entryPoints: [join(folder, "page.ts")],
    bundle: true,
    minify: true,
    write: false,
  });
  files = {
    "/example/": { type: "text/html", content: await inPublic("index.html") },
    "/example/page.js": { type: "text/javascript", content: outputFiles[0].text },
    "/example/vectors.safetensors": {
      type: "application/octet-stream",
      content: await inPublic("vectors.safetensors"),
    },
  };
});

async function printedBy(program: string, served: Record<string, PageFile>): Promise<unknown[]> {
  const { printed, errors } = await inChromium(chromium, visitor + program, { files: served, isIsolated: false });
  expect(errors).toEqual([]);
  return printed.flat();
}

describe.skipIf(reason !== "")(`the page of examples/07-web-page${reason}`, () => {
  test("shows the neighbours of the word that is typed", async () => {
    expect(await printedBy(`console.log(type("you").slice(0, 3).sort().join(" "), type("king")[0]);`, files)).toEqual([
      "995 words",
      "i they we",
      "queen",
    ]);
  });

  test("says which words are spelled like one that is not known", async () => {
    const program = `console.log(type("toyotta").length, message.textContent, page.querySelector("option").value);`;
    expect(await printedBy(program, files)).toMatchInlineSnapshot(`
      [
        "995 words",
        0,
        ""toyotta" is not in the vocabulary of 995 words; nearest spellings: toyota",
        "toyota",
      ]
    `);
  });

  test("says so where there are no vectors", async () => {
    const { "/example/vectors.safetensors": _, ...others } = files;
    expect(await printedBy("", others)).toMatchInlineSnapshot(`
      [
        "Error: vectors.safetensors: 404; has main.ts been run?",
      ]
    `);
  });
});
