import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Example, promisedOutput, readmes } from "./readme-examples.js";
import { root } from "./workspace.js";

const examples = readmes.flatMap((each) => [...each.examples, ...each.notRun]);
let program: ts.Program;

beforeAll(() => {
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
}, 60_000);

afterAll(() => {
  for (const { file } of examples) rmSync(dirname(file), { recursive: true, force: true });
});

describe("an example", () => {
  test.concurrent.each(readmes)(
    "prints what it says: $readme",
    async ({ readme, needsExample, examples: own, notRun }) => {
      if (needsExample) expect(own.length, `${readme} has no \`\`\`ts example`).toBeGreaterThan(0);
      const complaints = await Promise.all([...own, ...notRun].map(complaintsAbout));
      expect(complaints.flat().join("\n\n")).toBe("");
    },
  );

  test.each(readmes)("is a block of ts, which is checked: $readme", ({ readme }) => {
    const text = existsSync(join(root, readme)) ? readFileSync(join(root, readme), "utf8") : "";
    const isUnchecked = (line: string) =>
      /^```(js|javascript|mjs|typescript|tsx|ts .*)$/.test(line)
        ? !/^```ts not run: ./.test(line)
        : /^ {4}(import|export|const|let|await|expect)\b/.test(line);
    const unfenced = text.replace(/^```ts( not run: [^\n]+)?\n.*?^```$/gms, "");
    expect(unfenced.split("\n").filter(isUnchecked)).toEqual([]);
  });
});

async function complaintsAbout(example: Example): Promise<string[]> {
  const source = program.getSourceFile(example.file);
  if (source === undefined) throw new Error(`${example.file} is not part of the program`);
  const typeErrors = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  if (typeErrors.length > 0) {
    return typeErrors.map(({ start = 0, messageText }) => {
      return `${place(example, source, start)} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  }
  return example.notRun === undefined ? complaintsAboutOutput(example, source) : [];
}

async function complaintsAboutOutput(example: Example, source: ts.SourceFile): Promise<string[]> {
  const promises = promisedOutput(source);
  let stdout: string;
  try {
    ({ stdout } = await promisify(execFile)(process.execPath, [example.file], {
      env: { ...process.env, NO_COLOR: "1" },
    }));
  } catch (error) {
    return [`${example.readme}: the example fails\n${error instanceof Error ? error.message : String(error)}`];
  }
  const printed = stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
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
