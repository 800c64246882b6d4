import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root, workspacePackages } from "../workspace.ts";

/** A fenced block of TypeScript, and the file it is written to so that it can be checked and run. */
export interface Example {
  /** `packages/tensor/README.md`, say. */
  readonly readme: string;
  readonly code: string;
  /** Inside the package, so that its own name and its dependencies resolve as they do for a user. */
  readonly file: string;
  readonly runsIn: Runner;
}

/** What runs an example, by what the example needs: Node, a page of a browser, or vitest. */
type Runner = "node" | "page" | "vitest";

/** A README, or a page of `docs`, with its examples, and whether it has to have one. */
export interface Readme {
  readonly readme: string;
  /** The folder in which an example's imports resolve as they do for a user. */
  readonly home: string;
  readonly needsExample: boolean;
  readonly examples: readonly Example[];
}

const scratch = ".readme-examples";

// The root's example imports what an app imports, so it is run where an app's dependencies resolve.
const homeOfTheRootExample = "apps/ptb-trainer";

/** Paths relative to the root, with forward slashes. */
const filesLike = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (name) => name === "node_modules" })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

export const readmes: readonly Readme[] = [
  { readme: "README.md", home: homeOfTheRootExample, needsExample: true },
  ...workspacePackages().map(({ folder }) => ({
    readme: `${folder}/README.md`,
    home: folder,
    needsExample: folder.startsWith("packages/"),
  })),
  ...filesLike("examples/*/README.md").map((readme) => ({
    readme,
    home: readme.replace("/README.md", ""),
    needsExample: false,
  })),
  ...filesLike("docs/**/*.md").map((readme) => ({ readme, home: "docs", needsExample: false })),
].map((each) => ({ ...each, examples: examplesIn(each.readme, each.home) }));

/** The blocks of one README, each preceded by as many empty lines as bring its lines to where they stand there. */
function examplesIn(readme: string, home: string): Example[] {
  if (!existsSync(join(root, readme))) return [];
  const text = readFileSync(join(root, readme), "utf8");
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ index, 1: code }) => {
    const linesBefore = text.slice(0, index).split("\n").length;
    const runsIn = runnerOf(code);
    const name = `${readme.replaceAll("/", "-")}-${linesBefore}${runsIn === "vitest" ? ".test" : ""}`;
    return {
      readme,
      code: "\n".repeat(linesBefore) + code,
      file: join(root, home, scratch, `${name}.ts`),
      runsIn,
    };
  });
}

function runnerOf(code: string): Runner {
  if (/ from "vitest"/.test(code)) return "vitest";
  // A document, and an address to which a path alone can be relative.
  return /\bdocument\.|\bfetch\("\//.test(code) ? "page" : "node";
}

/** Whether a page can run it, too: it needs nothing but the language, no file and no process. */
export function isForPages({ code }: Pick<Example, "code">): boolean {
  return !/ from "(node:|vitest"|@wordloom\/[\w-]+\/node")/.test(code);
}

/**
 * The lines that each `console.log(…); // output` says that it prints, in the order of the code. Where nothing is behind
 * the call, they are the comments below it, up to an empty line.
 */
export function promisedOutput(source: ts.SourceFile): { start: number; expected: string | undefined }[] {
  const promises: { start: number; expected: string | undefined }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && node.expression.getText(source).startsWith("console.log(")) {
      const [, behind, below] = /^( *\/\/.*)?((?:\n *\/\/.*)*)/.exec(source.text.slice(node.end)) ?? [];
      const lines = behind === undefined ? below.split("\n").slice(1) : [behind];
      const expected = lines.map((line) => line.replace(/^ *\/\/ ?/, "").trimEnd());
      const start = node.getStart(source);
      promises.push(...(expected.length > 0 ? expected : [undefined]).map((each) => ({ start, expected: each })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return promises;
}

/** The same as lines alone. */
export function promisedLines({ file, code }: Pick<Example, "file" | "code">): (string | undefined)[] {
  return promisedOutput(ts.createSourceFile(file, code, ts.ScriptTarget.ES2023)).map(({ expected }) => expected);
}
