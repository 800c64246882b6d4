import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { format, promisify } from "node:util";
import type { Chromium } from "../../platforms/src/chromium.js";
import { inChromium } from "../../platforms/src/in-chromium.js";
import { root } from "../workspace.js";
import { loadsModel, localRuntime, writeModel } from "./model-folder.js";
import { filesNamedIn } from "./readers-files.js";
import type { Example } from "./readme-examples.js";

/** Tests run without a network, and so do pages. */
const noNetwork = `--import=data:text/javascript,globalThis.fetch=async(url)=>{throw new Error("no network for "+url)}`;

/** The lines that an example prints in Node, in a folder of its own with the files that it names. */
export async function runInNode(
  { file, code }: Pick<Example, "file" | "code">,
  environment: NodeJS.ProcessEnv = {},
  node: string = process.execPath,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "wordloom-example-"));
  try {
    for (const { name, content } of filesNamedIn(code)) await writeFile(join(folder, name), content);
    if (loadsModel(code)) await writeModel(folder);
    const first = loadsModel(code) ? [noNetwork, localRuntime(file)] : [noNetwork];
    const { stdout } = await promisify(execFile)(node, [...first, file], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", ...environment },
    });
    return stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same in a page, from a server with the files that it names. */
export async function runInPage(
  { file, code }: Pick<Example, "file" | "code">,
  chromium: Chromium | string,
): Promise<string[]> {
  const files = filesNamedIn(code).map(({ name, content }) => [
    `/${name}`,
    { type: "application/octet-stream", content },
  ]);
  const { printed, errors } = await inChromium(chromium, code, {
    folder: dirname(file),
    files: Object.fromEntries(files),
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return printed.flatMap((line) => format(...line).split("\n"));
}

/** Runs an example that is a file of tests. It prints nothing of its own. */
export async function runInVitest({ file }: Pick<Example, "file">): Promise<string[]> {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", file, "--root", dirname(file)];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, NO_COLOR: "1" } });
  return [];
}
