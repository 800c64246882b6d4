import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../workspace.js";
import { promisedOutput } from "./readme-examples.js";

/** A folder of `examples/`. It stands alone: copied out of here and with its dependencies installed, it runs the same. */
export interface ExampleFolder {
  /** Relative to the root: `examples/04-cbow`. */
  readonly folder: string;
  readonly manifest: {
    readonly name: string;
    readonly description: string;
    readonly scripts: Readonly<Record<string, string>>;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  /** What `node main.ts` prints, line by line, by the comments behind its calls of `console.log`. */
  readonly promised: readonly (string | undefined)[];
}

/** In reading order. */
export const exampleFolders: readonly ExampleFolder[] = globSync("examples/*/package.json", { cwd: root })
  .map((file) => file.replaceAll("\\", "/").replace("/package.json", ""))
  .sort()
  .map((folder) => {
    const main = join(root, folder, "main.ts");
    const source = ts.createSourceFile(main, readFileSync(main, "utf8"), ts.ScriptTarget.ES2023);
    return {
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")),
      promised: promisedOutput(source).map(({ expected }) => expected),
    };
  });
