// Writes functions as text, in a TypeScript module: programs for workers, which no bundler then has to find as files of their
// own. Usage: node tools/kernels/worker-programs.mjs FOLDER OUT. Each file of the folder with a function exports that one alone, which
// uses nothing but its arguments and what is global in a worker; its imports are of types.
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const [folder, out] = process.argv.slice(2);
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true };

const constants = [];
for (const file of (await readdir(folder)).filter((name) => /(?<!\.test)\.ts$/.test(name)).toSorted()) {
  const { outputText } = ts.transpileModule(await readFile(join(folder, file), "utf8"), { compilerOptions });
  const program = outputText.trim();
  if (program === "export {};") continue;
  const [, name] = program.match(/^export (?:async )?function (\w+)\(/) ?? [];
  if (name === undefined || /^(import|export) /m.test(program.replace(/^export /, ""))) {
    throw new Error(
      `worker-programs: ${join(folder, file)} must have one exported function, and imports of types alone`,
    );
  }
  const lines = program
    .replace(/^export /, "")
    .split("\n")
    .map((line) => `  ${JSON.stringify(line)},`);
  constants.push(
    `/** The text of the function in ${folder}/${file}. */\nexport const ${name}: string = [\n${lines.join("\n")}\n].join("\\n");`,
  );
}
await writeFile(`${out}.tmp`, `// Made by tools/kernels from ${folder}.\n${constants.join("\n\n")}\n`);
await rename(`${out}.tmp`, out);
