import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../workspace.js";
import { filesNamedIn } from "./readers-files.js";

/** Whether a program loads the folder `model` with transformers.js. */
export function loadsModel(code: string): boolean {
  return code.includes(`from "@huggingface/transformers"`);
}

/** Makes that folder as the page says: of vectors.bin, with the evaluator. */
export async function writeModel(folder: string): Promise<void> {
  for (const { name, content } of filesNamedIn(`"vectors.bin"`)) await writeFile(join(folder, name), content);
  const evaluator = join(root, "apps/evaluator/dist/cli.js");
  await promisify(execFile)(process.execPath, [evaluator, "convert", "vectors.bin", "model/"], { cwd: folder });
}

/**
 * What Node loads first, so that transformers.js takes ONNX Runtime's WebAssembly from the disk: in a page, and with the
 * ONNX Runtime that is here in place of Node's own, it would ask the network for it.
 */
export function localRuntime(program: string): string {
  const transformers = createRequire(program).resolve("@huggingface/transformers");
  const runtime = pathToFileURL(createRequire(transformers).resolve("onnxruntime-node"));
  const folder = new URL("./", runtime);
  const code = `import { env } from ${JSON.stringify(runtime)}; env.wasm.wasmPaths = ${JSON.stringify(folder)};`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}
