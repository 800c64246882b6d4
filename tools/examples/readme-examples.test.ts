/** @module-tag slow */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../platforms/src/chromium.js";
import { pages } from "../checks/pages.js";
import { root } from "../workspace.js";
import { type Example, promisedOutput, readmes } from "./readme-examples.js";
import { runInNode, runInPage, runInVitest } from "./run-example.js";
import { writeTreebankStandIn } from "./treebank-stand-in.js";

const examples = readmes.flatMap((each) => each.examples);
const forPages = examples.filter(({ runsIn }) => runsIn === "page");
const chromium = await findChromium();
const reason = typeof chromium === "string" ? ` (skipped: ${chromium})` : "";
let cache: string;
let program: ts.Program;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), "wordloom-cache-"));
  await writeTreebankStandIn(cache);
  for (const { file, code } of examples) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  program = ts.createProgram(
    examples.map(({ file }) => file),
    {
      strict: true,
      target: ts.ScriptTarget.ES2023,
      // With DOM, for pages.
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      skipLibCheck: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    },
  );
});

afterAll(async () => {
  for (const { file } of examples) rmSync(dirname(file), { recursive: true, force: true });
  await rm(cache, { recursive: true, force: true });
});

describe("an example", () => {
  test.each(readmes)("has no type error: $readme", ({ readme, needsExample, examples: own }) => {
    if (needsExample) expect(own.length, `${readme} has no \`\`\`ts example`).toBeGreaterThan(0);
    expect(own.flatMap(typeErrors).join("\n\n")).toBe("");
  });

  test.concurrent.each(readmes)("prints what it says: $readme", async ({ examples: own }) => {
    const withoutPage = own.filter((example) => !forPages.includes(example));
    const complaints = await Promise.all(withoutPage.map(complaintsAboutOutput));
    expect(complaints.flat().join("\n\n")).toBe("");
  });

  test.each(pages)("is a block of ts, which is checked and run: %s", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const isRun = readmes.some(({ readme }) => readme === page);
    // What is in blocks of sh is looked at by another test.
    const isUnchecked = (line: string) =>
      /^ *```(?!(sh|text|python)?$)/.test(line) || /^ {4}(import|export|const|let|await|expect)\b/.test(line);
    const others = isRun ? text.replace(/^```ts\n.*?^```$/gms, "") : text;
    expect(others.split("\n").filter(isUnchecked)).toEqual([]);
  });
});

describe.skipIf(reason !== "")(`an example for a page${reason}`, () => {
  test.each(forPages)("prints what it says: $readme", async (example) => {
    expect((await complaintsAboutOutput(example)).join("\n\n")).toBe("");
  });
});

function typeErrors(example: Example): string[] {
  const source = sourceOf(example);
  const errors = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return errors.map(({ start = 0, messageText }) => {
    return `${place(example, source, start)} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

function sourceOf({ file }: Example): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not part of the program`);
  return source;
}

function linesOf(example: Example): Promise<string[]> {
  if (example.runsIn === "page") return runInPage(example, chromium);
  if (example.runsIn === "vitest") return runInVitest(example);
  return runInNode(example, { XDG_CACHE_HOME: cache });
}

async function complaintsAboutOutput(example: Example): Promise<string[]> {
  const source = sourceOf(example);
  const promises = promisedOutput(source);
  let printed: string[];
  try {
    printed = await linesOf(example);
  } catch (error) {
    return [`${example.readme}: the example fails\n${error instanceof Error ? error.message : String(error)}`];
  }
  const differing = promises.find(({ expected }, i) => expected !== printed[i]);
  if (differing !== undefined) {
    const { start, expected } = differing;
    const found = printed[promises.indexOf(differing)];
    return [
      `${place(example, source, start)}\n  expected: ${expected ?? "(the call has no trailing // comment)"}\n` +
        `  printed:  ${found ?? "(nothing)"}`,
    ];
  }
  const unexpected = printed.slice(promises.length);
  return unexpected.length === 0
    ? []
    : [`${example.readme}: the example prints more than it says:\n${unexpected.join("\n")}`];
}

function place({ readme }: Example, source: ts.SourceFile, position: number): string {
  return `${readme}:${source.getLineAndCharacterOfPosition(position).line + 1}`;
}
